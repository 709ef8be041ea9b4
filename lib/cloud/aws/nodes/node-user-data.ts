import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import type { NodeImage } from './node-image';

/**
 * The fewest leave room for what runs on every node; more than the most EKS does not let managed nodes have.
 * https://docs.aws.amazon.com/eks/latest/userguide/choosing-instance-type.html
 */
const PODS_PER_NODE = { min: 8, max: 250 };
const SYSCTL = /^(fs|kernel|net|user|vm)(\.[a-z0-9_-]+)+$/;
/** What TOML and the shell both take as it is. */
const SYSCTL_VALUE = /^[A-Za-z0-9][A-Za-z0-9 \t,./:_+-]*$|^-\d+$/;
const BOUNDARY = 'gantry';

/** The part of a node group's options that nodes read when they start. */
export interface EksNodeSystemOptions {
  /**
   * Most pods a node may run, from 8 to 250. With fewer than 30 processors EKS takes 110 for the most.
   *
   * @default - as many as EKS finds addresses for, by the instance types
   */
  readonly maxPodsPerNode?: number;
  /**
   * Kernel parameters, such as `net.core.somaxconn`.
   *
   * @default - those of the image
   */
  readonly sysctls?: Readonly<Record<string, string>>;
}

/**
 * What nodes read when they start, in base64; nothing where nothing is asked for. EKS adds what a node needs to join,
 * to what is here.
 */
export function nodeUserData(image: NodeImage, options: EksNodeSystemOptions): string | undefined {
  const parts = image === 'BOTTLEROCKET' ? bottlerocketSettings(options) : amazonLinuxParts(options);
  return parts === undefined ? undefined : Buffer.from(parts).toString('base64');
}

/** Refuses what the kubelet or the kernel does not take, and what cannot be encoded before Terraform runs. */
export function userDataRefusals(options: EksNodeSystemOptions): readonly (Refusal | undefined)[] {
  const { maxPodsPerNode, sysctls = {} } = options;
  return [
    Token.isUnresolved(maxPodsPerNode)
      ? { property: 'maxPodsPerNode', rule: 'must be known at synthesis', got: 'a token' }
      : undefined,
    maxPodsPerNode === undefined ? undefined : wholeNumberRefusal('maxPodsPerNode', maxPodsPerNode, PODS_PER_NODE),
    ...Object.entries(sysctls).flatMap(([name, value]) => [sysctlRefusal(name), sysctlValueRefusal(name, value)]),
  ];
}

/** https://bottlerocket.dev/en/os/latest/api/settings/ */
function bottlerocketSettings({ maxPodsPerNode, sysctls = {} }: EksNodeSystemOptions): string | undefined {
  const tables = [
    ...(maxPodsPerNode === undefined ? [] : [`[settings.kubernetes]\nmax-pods = ${maxPodsPerNode}\n`]),
    ...(Object.keys(sysctls).length === 0
      ? []
      : [`[settings.kernel.sysctl]\n${lines(sysctls, (name, value) => `"${name}" = "${value}"`)}`]),
  ];
  return tables.length === 0 ? undefined : tables.join('\n');
}

/**
 * EKS puts a `NodeConfig` of its own after this one, and the later one wins, but not over flags.
 * https://awslabs.github.io/amazon-eks-ami/nodeadm/doc/api/
 */
function amazonLinuxParts({ maxPodsPerNode, sysctls = {} }: EksNodeSystemOptions): string | undefined {
  const parts = [
    ...(maxPodsPerNode === undefined
      ? []
      : [
          part(
            'application/node.eks.aws',
            `---\napiVersion: node.eks.aws/v1alpha1\nkind: NodeConfig\nspec:\n  kubelet:\n    flags:\n      - --max-pods=${maxPodsPerNode}\n`,
          ),
        ]),
    ...(Object.keys(sysctls).length === 0 ? [] : [part('text/x-shellscript', sysctlScript(sysctls))]),
  ];
  if (parts.length === 0) return undefined;
  return `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="${BOUNDARY}"\n\n${parts.join('')}--${BOUNDARY}--\n`;
}

function part(contentType: string, content: string): string {
  return `--${BOUNDARY}\nContent-Type: ${contentType}\n\n${content}\n`;
}

function sysctlScript(sysctls: Readonly<Record<string, string>>): string {
  const file = '/etc/sysctl.d/99-gantry.conf';
  const settings = lines(sysctls, (name, value) => `${name} = ${value}`);
  return `#!/bin/bash\nset -euo pipefail\ncat > ${file} <<'SYSCTLS'\n${settings}SYSCTLS\nsysctl --load=${file}\n`;
}

function lines(values: Readonly<Record<string, string>>, line: (name: string, value: string) => string): string {
  return Object.entries(values)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${line(name, value)}\n`)
    .join('');
}

function sysctlRefusal(got: string): Refusal | undefined {
  if (SYSCTL.test(got)) return undefined;
  const rule = 'must hold kernel parameters under fs, kernel, net, user or vm, such as net.core.somaxconn';
  return { property: 'sysctls', rule, got };
}

function sysctlValueRefusal(name: string, got: string): Refusal | undefined {
  const property = `sysctls.${name}`;
  if (Token.isUnresolved(got)) return { property, rule: 'must be known at synthesis', got: 'a token' };
  if (SYSCTL_VALUE.test(got)) return undefined;
  return { property, rule: 'must be a number, or words without quotes', got };
}
