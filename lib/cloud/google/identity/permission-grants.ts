import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import { PubsubSubscriptionIamMember } from '@cdktf/provider-google/lib/pubsub-subscription-iam-member';
import { PubsubTopicIamMember } from '@cdktf/provider-google/lib/pubsub-topic-iam-member';
import { SecretManagerSecretIamMember } from '@cdktf/provider-google/lib/secret-manager-secret-iam-member';
import { StorageBucketIamMember } from '@cdktf/provider-google/lib/storage-bucket-iam-member';
import type { Construct } from 'constructs';
import type { PermittedAction } from '../../../core/service-identity';
import { bucketName, databaseInstanceName, queueName, secretId, topicName, type GoogleProjectScope } from '../names';
import { PERMISSION_ROLES } from './permission-roles';

/** Whom permissions are granted to, and the environment whose resources they name. */
export interface PermissionGrantee extends GoogleProjectScope {
  /** IAM member, such as `serviceAccount:…`. */
  readonly member: string;
}

/** One role on one resource. */
interface Grant {
  readonly id: string;
  readonly role: string;
  /** Name of the resource within the environment; empty where the project as a whole is granted. */
  readonly resource: string;
}

/**
 * Grants an action on each resource that it names, and on nothing above it. Only telemetry is granted on the
 * project, which has one store of each kind; databases are as well, but under a condition that names the instance.
 */
export function grantPermission(scope: Construct, grantee: PermissionGrantee, permitted: PermittedAction): void {
  const { system, environment, project, member } = grantee;
  for (const { id, role, resource } of grants(permitted)) {
    switch (permitted.action) {
      case 'secret:read':
      case 'secret:rotate':
        new SecretManagerSecretIamMember(scope, id, {
          ...{ project, role, member },
          secretId: secretId(system, environment, resource),
        });
        break;
      case 'bucket:read':
      case 'bucket:write':
        new StorageBucketIamMember(scope, id, { role, member, bucket: bucketName(grantee, resource) });
        break;
      case 'queue:publish':
        new PubsubTopicIamMember(scope, id, {
          ...{ project, role, member },
          topic: queueName(system, environment, resource),
        });
        break;
      case 'queue:consume':
        new PubsubSubscriptionIamMember(scope, id, {
          ...{ project, role, member },
          subscription: queueName(system, environment, resource),
        });
        break;
      case 'topic:publish':
        new PubsubTopicIamMember(scope, id, {
          ...{ project, role, member },
          topic: topicName(system, environment, resource),
        });
        break;
      case 'database:connect':
        new ProjectIamMember(scope, id, {
          ...{ project, role, member },
          condition: onlyInstance(project, databaseInstanceName(grantee, resource)),
        });
        break;
      case 'logs:write':
      case 'metrics:write':
      case 'traces:write':
        new ProjectIamMember(scope, id, { project, role, member });
        break;
    }
  }
}

/** Keyed by action and resource, and by the role where an action takes two. */
function grants({ action, resources }: PermittedAction): readonly Grant[] {
  const roles = PERMISSION_ROLES[action];
  // Reading secrets came first and is keyed without its verb; another key would make every such grant anew.
  const key = action === 'secret:read' ? 'secret' : action;
  if (resources.length === 0) return roles.map((role) => ({ id: key, role, resource: '' }));
  return resources.flatMap((resource) =>
    roles.map((role) => ({
      id: roles.length === 1 ? `${key}-${resource}` : `${key}-${resource}-${role.replace(/^.*\./, '')}`,
      role,
      resource,
    })),
  );
}

/**
 * Instances have no IAM policy of their own.
 * https://cloud.google.com/sql/docs/postgres/iam-conditions
 */
function onlyInstance(project: string, instance: string): { title: string; expression: string } {
  return {
    title: `Instance ${instance}`,
    expression: `resource.service == 'sqladmin.googleapis.com' && resource.name == 'projects/${project}/instances/${instance}'`,
  };
}
