import {
  placementPolicy,
  placementRefusals,
  reservationAffinity,
} from '../../../../lib/cloud/google/gke/node-pool-placement';
import { refused } from './refused';

const POOL = { machineType: 'n2-standard-8', nodes: { max: 12 } };

describe('placement', () => {
  test('is close where told, and anywhere else', () => {
    expect(placementPolicy('COMPACT')).toEqual({ type: 'COMPACT' });
    expect(placementPolicy(undefined)).toBeUndefined();
  });

  test.each([
    [undefined, undefined],
    ['any' as const, { consumeReservationType: 'ANY_RESERVATION' }],
    ['none' as const, { consumeReservationType: 'NO_RESERVATION' }],
    [
      { name: 'gpus' },
      {
        consumeReservationType: 'SPECIFIC_RESERVATION',
        key: 'compute.googleapis.com/reservation-name',
        values: ['gpus'],
      },
    ],
  ])('uses the reservation %j', (reservation, expected) => {
    expect(reservationAffinity(reservation)).toEqual(expected);
  });

  test('uses a reservation that another project shares', () => {
    expect(reservationAffinity({ name: 'gpus', project: 'pool' })?.values).toEqual(['projects/pool/reservations/gpus']);
  });
});

describe('placementRefusals', () => {
  test('accept machines that can be put together, in one zone', () => {
    expect(refused(placementRefusals({ ...POOL, placement: 'COMPACT' }, 1))).toEqual([]);
  });

  test('refuse more than one zone, the wrong machines and too many of them, all at once', () => {
    const pool = { machineType: 'e2-standard-4', nodes: { max: 1501 }, placement: 'COMPACT' } as const;
    expect(refused(placementRefusals(pool, 3))).toEqual([
      "'placement' must be in one zone, not in 3, got 'COMPACT'; name one zone in zones",
      "'placement' must be of machines that can be put together, which e2-standard-4 cannot, got 'COMPACT'; choose machines such as c3, n2 or n2d",
      "'nodes.max' must be at most 1500 close to each other, got 1501",
    ]);
  });

  test('refuse reserved machines that Google may take away', () => {
    expect(refused(placementRefusals({ ...POOL, spot: true, reservation: 'none' }, 3))).toEqual([]);
    expect(refused(placementRefusals({ ...POOL, spot: true, reservation: 'any' }, 3))).toEqual([
      "'reservation' must be none for spot machines, which are never reserved, got 'any'",
    ]);
  });

  test('refuse a reservation that cannot be called so', () => {
    expect(refused(placementRefusals({ ...POOL, reservation: { name: 'GPUs' } }, 3))).toEqual([
      "'reservation.name' must be up to 63 lower-case letters, digits and dashes, beginning with a letter, got 'GPUs'",
    ]);
  });
});
