import { isAbsolute, join } from 'node:path';
import { GcsBackend, LocalBackend, S3Backend, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { cloudLabels } from '../../lib/core/labels';
import type { StateBackend } from '../../lib/environment/environment';
import type { ResolvedEnvironment } from '../resolve';

/** From this version on Terraform locks states in S3 by itself. */
const TERRAFORM_VERSION = '>= 1.10';

/** Where a command is given, seen from the folder of a stack, in which Terraform runs: `cdktf.out/stacks/<stack>`. */
const CHECKOUT = '../../..';

/** A stack of an environment, with a state of its own in the environment's backend. */
export class EnvironmentStack extends TerraformStack {
  /** Tags or labels of everything in the stack. */
  protected readonly labels: Record<string, string>;

  constructor(scope: Construct, name: string, { environment }: ResolvedEnvironment) {
    super(scope, name);
    this.labels = { ...cloudLabels(environment.system, environment.environment) };
    this.addOverride('terraform.required_version', TERRAFORM_VERSION);
    addBackend(this, name, environment.state);
  }
}

/** Name of a stack: its environment's, then what it is for. */
export function stackName({ environment }: ResolvedEnvironment, ...parts: readonly string[]): string {
  return [environment.system, environment.environment, ...parts].join('-');
}

function addBackend(stack: TerraformStack, name: string, state: StateBackend): void {
  switch (state.backend) {
    case 's3': {
      const { bucket, region, kmsKeyId } = state;
      const backend = new S3Backend(stack, { bucket, region, key: `${name}.tfstate`, encrypt: true, kmsKeyId });
      // The property is younger than cdktf's own type.
      backend.addOverride('use_lockfile', true);
      return;
    }
    case 'gcs':
      new GcsBackend(stack, { bucket: state.bucket, prefix: name });
      return;
    case 'local':
      new LocalBackend(stack, { path: join(fromStack(state.path), `${name}.tfstate`) });
  }
}

/** Inside the output a state would go with the next run that replaces it. */
function fromStack(path: string): string {
  return isAbsolute(path) ? path : join(CHECKOUT, path);
}
