// Each of these is refused by the compiler. Were the types lost on the way to a user, it would take them all, and
// then complain that it had expected an error.
import { App, Chart } from 'cdk8s';
import type { TerraformStack } from 'cdktf';
import { secret } from 'gantry';
import { KmsKey } from 'gantry/aws';
import { checkEnvironment } from 'gantry/checks';
import { findEnvironments } from 'gantry/environment';
import { VpcNetwork } from 'gantry/google';
import { Workload } from 'gantry/kubernetes';

export function misuse(stack: TerraformStack): void {
  const chart = new Chart(new App(), 'shop');
  // @ts-expect-error a secret is named by a text
  secret(7);
  // @ts-expect-error a key has an alias
  new KmsKey(stack, 'key', { account: '111122223333', region: 'us-east-1', description: 'Tests' });
  // @ts-expect-error the output is more than a list
  checkEnvironment([]);
  // @ts-expect-error a pattern is a text
  findEnvironments('.', 7);
  // @ts-expect-error a range is a text
  new VpcNetwork(stack, 'network', { project: 'shop-prod', region: 'europe-west1', cidr: 10 });
  // @ts-expect-error a workload has an image
  new Workload(chart, 'api', {});
}
