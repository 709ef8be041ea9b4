import {
  ShieldProtectionGroup,
  type ShieldProtectionGroupProps,
} from '../../../../lib/cloud/aws/edge/shield-protection-group';
import { type Block, build, synth } from '../harness';

const GROUP = { protectionGroupId: 'gateways', aggregation: 'MAX' } as const;

function group(props: ShieldProtectionGroupProps): Block {
  return synth((stack) => new ShieldProtectionGroup(stack, 'group', props)).one('aws_shield_protection_group');
}

describe('ShieldProtectionGroup', () => {
  test('is of all, of one kind, or of what is named', () => {
    expect(group({ ...GROUP, pattern: 'ALL' })).toEqual(
      expect.objectContaining({ protection_group_id: 'gateways', aggregation: 'MAX', pattern: 'ALL' }),
    );
    expect(group({ ...GROUP, pattern: 'BY_RESOURCE_TYPE', resourceType: 'APPLICATION_LOAD_BALANCER' })).toMatchObject({
      resource_type: 'APPLICATION_LOAD_BALANCER',
    });
    expect(group({ ...GROUP, pattern: 'ARBITRARY', members: ['b', 'a', 'b'] })).toMatchObject({ members: ['a', 'b'] });
  });

  test('refuses ids that Shield would, and to be of nothing', () => {
    const props = { ...GROUP, protectionGroupId: 'a b', pattern: 'ARBITRARY', members: [] } as const;
    expect(build((stack) => new ShieldProtectionGroup(stack, 'group', props))).toThrow(
      [
        "stack/group: 'protectionGroupId' must be up to 36 letters, digits and dashes, got 'a b'",
        "stack/group: 'members' must name one resource at least, got []",
      ].join('\n'),
    );
  });
});
