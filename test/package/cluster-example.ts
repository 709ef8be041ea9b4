// README begins
import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { GkeCluster, VpcNetwork } from 'gantry/google';

const app = new App();
const stack = new TerraformStack(app, 'platform');
const place = { project: 'funlynk-prod', region: 'europe-west1' };
new GoogleProvider(stack, 'google', place);

const network = new VpcNetwork(stack, 'network', { ...place, cidr: '10.40.0.0/16' });
const cluster = new GkeCluster(stack, 'main', { network });
cluster.addNodePool('general', { machineType: 'e2-standard-4', nodes: { min: 3, max: 12 } });
app.synth();
// README ends
