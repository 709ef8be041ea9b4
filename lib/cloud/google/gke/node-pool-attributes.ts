import { DefaultTokenResolver, StringConcat, Tokenization, type TerraformResource } from 'cdktf';
import { valuesAt } from './force-new-values';

/**
 * The attributes of a resource as they will be written, overrides included, under the names that Terraform knows them
 * by. A reference is the text that Terraform reads, the same from run to run.
 */
export function emittedAttributes(resource: TerraformResource): unknown {
  const written: unknown = Tokenization.resolve(resource.toTerraform(), {
    scope: resource,
    resolver: new DefaultTokenResolver(new StringConcat()),
    preparing: false,
  });
  return valuesAt(written, ['resource', resource.terraformResourceType, resource.friendlyUniqueId])[0];
}
