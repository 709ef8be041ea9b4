import { Token } from 'cdktf';
import type { NodeImage } from '../../../../lib/cloud/aws/nodes/node-image';
import {
  type EksNodeSystemOptions,
  nodeUserData,
  userDataRefusals,
} from '../../../../lib/cloud/aws/nodes/node-user-data';
import { refusedText } from './refused';

const all: EksNodeSystemOptions = {
  maxPodsPerNode: 110,
  sysctls: { 'net.ipv4.ip_local_port_range': '1024 65535', 'net.core.somaxconn': '4096' },
};

function text(image: NodeImage, options: EksNodeSystemOptions): string {
  return Buffer.from(nodeUserData(image, options) ?? '', 'base64').toString();
}

describe('nodeUserData', () => {
  test.each(['BOTTLEROCKET', 'AL2023'] as const)('of %s is not there unless asked for', (image) => {
    expect(nodeUserData(image, {})).toBeUndefined();
    expect(nodeUserData(image, { sysctls: {} })).toBeUndefined();
  });

  test('sets Bottlerocket up, in the order of the names', () => {
    expect(text('BOTTLEROCKET', all)).toMatchInlineSnapshot(`
      "[settings.kubernetes]
      max-pods = 110

      [settings.kernel.sysctl]
      "net.core.somaxconn" = "4096"
      "net.ipv4.ip_local_port_range" = "1024 65535"
      "
    `);
  });

  test('sets Amazon Linux up, in parts', () => {
    expect(text('AL2023', all)).toMatchSnapshot();
  });

  test.each(['BOTTLEROCKET', 'AL2023'] as const)('of %s holds only what is asked for', (image) => {
    expect(text(image, { maxPodsPerNode: 58 })).not.toContain('sysctl');
    expect(text(image, { sysctls: { 'vm.max_map_count': '262144' } })).not.toContain('pods');
  });
});

describe('userDataRefusals', () => {
  test.each([
    {},
    all,
    { maxPodsPerNode: 8 },
    { maxPodsPerNode: 250 },
    { sysctls: { 'user.max_user_namespaces': '16384', 'vm.overcommit_memory': '-1' } },
  ])('take %j', (options) => {
    expect(refusedText(userDataRefusals(options))).toBe('');
  });

  test.each([
    [{ maxPodsPerNode: 251 }, "'maxPodsPerNode' must be a whole number from 8 to 250, got 251"],
    [
      { sysctls: { somaxconn: '1' } },
      "'sysctls' must hold kernel parameters under fs, kernel, net, user or vm, such as net.core.somaxconn, got 'somaxconn'",
    ],
    [{ sysctls: { 'vm.a': '1"\n' } }, `'sysctls.vm.a' must be a number, or words without quotes, got '1"\n'`],
    [{ sysctls: { 'vm.a': '' } }, "'sysctls.vm.a' must be a number, or words without quotes, got ''"],
    [
      { maxPodsPerNode: Token.asNumber({ resolve: () => 'a' }) },
      "'maxPodsPerNode' must be known at synthesis, got 'a token'",
    ],
    [
      { sysctls: { 'vm.a': Token.asString({ resolve: () => 'a' }) } },
      "'sysctls.vm.a' must be known at synthesis, got 'a token'",
    ],
  ])('refuse %j', (options, message) => {
    expect(refusedText(userDataRefusals(options))).toBe(`nodes: ${message}`);
  });
});
