import type { ApiObject } from 'cdk8s';
import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { ConfigMaps } from '../pod/config-files';
import { objectMetadata, type ContextOf } from '../workload-props';
import { jobName } from './job-name';
import { jobSpec } from './job-spec';

/** Pods that run to their end, once for each version: `<name>-<hash>`. */
export function addJob(scope: Construct, context: ContextOf<'Job'>, config: ConfigMaps): ApiObject {
  const spec = jobSpec(context, config);
  return new k8s.KubeJob(scope, 'Resource', {
    metadata: objectMetadata(context, jobName(context.name, k8s.toJson_JobSpec(spec))),
    spec,
  });
}
