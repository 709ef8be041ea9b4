import { Token } from 'cdktf';
import { capacityRefusals, capacityType, reservedMachines } from '../../../../lib/cloud/aws/nodes/node-capacity';
import { refusedText } from './refused';

const id = 'cr-0a1b2c3d4e5f60718';
const groupArn = 'arn:aws:resource-groups:us-east-1:111122223333:group/gpus';
const m7g = { instanceTypes: ['m7g.large'] };
const p5 = { instanceTypes: ['p5.48xlarge'] };

describe('capacityType', () => {
  test.each([
    [{}, 'ON_DEMAND'],
    [{ spot: false, capacityBlock: false }, 'ON_DEMAND'],
    [{ spot: true }, 'SPOT'],
    [{ capacityBlock: true }, 'CAPACITY_BLOCK'],
  ])('of %j is %s', (options, expected) => {
    expect(capacityType(options)).toBe(expected);
  });
});

describe('reservedMachines', () => {
  test('are none in particular unless asked for', () => {
    expect(reservedMachines(m7g)).toEqual({});
  });

  test('are those of a reservation', () => {
    expect(reservedMachines({ ...m7g, capacityReservation: { id } })).toEqual({
      capacityReservationSpecification: { capacityReservationTarget: { capacityReservationId: id } },
    });
  });

  test('are those of a group of reservations', () => {
    expect(reservedMachines({ ...m7g, capacityReservation: { groupArn } })).toEqual({
      capacityReservationSpecification: {
        capacityReservationTarget: { capacityReservationResourceGroupArn: groupArn },
      },
    });
  });

  test('are those of a Capacity Block, of its type', () => {
    expect(reservedMachines({ ...p5, capacityReservation: { id }, capacityBlock: true })).toEqual({
      capacityReservationSpecification: { capacityReservationTarget: { capacityReservationId: id } },
      instanceMarketOptions: { marketType: 'capacity-block' },
      instanceType: 'p5.48xlarge',
    });
  });
});

describe('capacityRefusals', () => {
  test.each([
    m7g,
    { ...m7g, spot: true },
    { ...m7g, capacityReservation: { id } },
    { ...m7g, capacityReservation: { groupArn } },
    { ...m7g, capacityReservation: { id: Token.asString({ resolve: () => 'a' }) } },
    { ...m7g, capacityReservation: { groupArn: Token.asString({ resolve: () => 'a' }) } },
    { ...p5, capacityReservation: { id }, capacityBlock: true },
  ])('take %j', (options) => {
    expect(refusedText(capacityRefusals(options))).toBe('');
  });

  test.each([
    [
      { ...m7g, spot: true, capacityReservation: { id } },
      `'capacityReservation' must be left out for spot machines, which are never reserved, got {"id":"${id}"}`,
    ],
    [
      { ...m7g, capacityReservation: { id: 'a' } },
      "'capacityReservation.id' must be a reservation such as cr-0a1b2c3d4e5f60718, got 'a'",
    ],
    [
      { ...m7g, capacityReservation: { groupArn: 'a' } },
      "'capacityReservation.groupArn' must be the ARN of a resource group, got 'a'",
    ],
    [
      { ...p5, capacityBlock: true },
      "'capacityBlock' must come with capacityReservation.id, the block itself, got true",
    ],
    [
      { ...p5, capacityReservation: { groupArn }, capacityBlock: true },
      "'capacityBlock' must come with capacityReservation.id, the block itself, got true",
    ],
    [
      { instanceTypes: ['p5.48xlarge', 'p5e.48xlarge'], capacityReservation: { id }, capacityBlock: true },
      `'instanceTypes' must be the one type of the Capacity Block, got ["p5.48xlarge","p5e.48xlarge"]`,
    ],
    [
      { ...m7g, capacityReservation: { id }, capacityBlock: true },
      "'capacityBlock' must be false for m7g.large, which has no accelerator, got true",
    ],
  ])('refuse %j', (options, message) => {
    expect(refusedText(capacityRefusals(options))).toBe(`nodes: ${message}`);
  });
});
