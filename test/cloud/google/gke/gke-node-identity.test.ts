import { GkeNodeIdentity } from '../../../../lib/cloud/google/gke/gke-node-identity';
import { googleStack, only, PROJECT, REGION, values } from '../synth';

const REGISTRY = { project: 'images', location: REGION, repositoryId: 'funlynk-production' };

function identity(pull: boolean) {
  const stack = googleStack();
  const registry = pull ? { registry: REGISTRY } : {};
  const made = new GkeNodeIdentity(stack, 'nodes', { project: PROJECT, clusterName: 'main', ...registry });
  return { stack, made };
}

describe('GkeNodeIdentity', () => {
  test('is an account of the cluster’s own', () => {
    expect(only(identity(false).stack, 'google_service_account')).toMatchInlineSnapshot(`
      {
        "account_id": "main-nodes",
        "display_name": "Nodes of main",
        "project": "funlynk-prod",
      }
    `);
  });

  test('may do in the project what a node has to, and nothing else', () => {
    expect(values(identity(true).stack, 'google_project_iam_member', 'role')).toEqual([
      'roles/container.defaultNodeServiceAccount',
    ]);
  });

  test('may pull from one repository', () => {
    expect(only(identity(true).stack, 'google_artifact_registry_repository_iam_member')).toMatchObject({
      project: 'images',
      repository: 'funlynk-production',
      role: 'roles/artifactregistry.reader',
    });
    expect(identity(true).made.grants).toHaveLength(2);
  });

  test('may pull from none where none is named', () => {
    expect(values(identity(false).stack, 'google_artifact_registry_repository_iam_member', 'role')).toEqual([]);
    expect(identity(false).made.grants).toHaveLength(1);
  });

  test('pulls from further repositories once they are added', () => {
    const stack = googleStack();
    const identity = new GkeNodeIdentity(stack, 'nodes', { project: PROJECT, clusterName: 'main' });
    const mirror = { project: PROJECT, location: 'europe-west1', repositoryId: 'docker-hub' };
    identity.addPull('docker-hub', mirror);
    expect(values(stack, 'google_artifact_registry_repository_iam_member', 'repository')).toEqual(['docker-hub']);
    expect(() => identity.addPull('docker-hub', mirror)).toThrow('docker-hub');
  });
});
