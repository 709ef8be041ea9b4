export { composeModel } from './compose';
export {
  type AwsClusterEnvironment,
  type AwsNodePoolEnvironment,
  type ClusterEnvironment,
  type Environment,
  type GoogleClusterEnvironment,
  type GoogleNodePoolEnvironment,
  type Profile,
  PROFILES,
  type ServiceOverrides,
  type StateBackend,
} from './environment';
export { findEnvironments, type ListFolder } from './find';
export { environmentJsonSchema, environmentJsonSchemaText } from './json-schema';
export { loadEnvironment, type ReadFile } from './load';
