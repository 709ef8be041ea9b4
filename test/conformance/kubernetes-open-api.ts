import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { runTool } from './run-tool';

/** Release whose schemas hold; Go's checksum database vouches for the download. */
export const KUBERNETES_VERSION = 'v1.35.4';

const FILE = join('api', 'openapi-spec', 'swagger.json');

const Download = z.object({ Dir: z.string() });

/** The OpenAPI document of Kubernetes, or why it is not at hand. */
export type OpenApiSource = { readonly document: unknown } | { readonly missing: string };

/** Reads Kubernetes' own OpenAPI document out of its Go module, which `go` downloads once and keeps. */
export async function kubernetesOpenApi(scratch: string): Promise<OpenApiSource> {
  const module = `k8s.io/kubernetes@${KUBERNETES_VERSION}`;
  const result = await runTool('go', ['mod', 'download', '-json', module], scratch);
  if (!result.installed) return { missing: 'go is not installed; it downloads the schemas of Kubernetes' };
  if (!result.succeeded) return { missing: `go mod download ${module} failed: ${result.stderr || result.stdout}` };
  const document: unknown = JSON.parse(readFileSync(join(Download.parse(JSON.parse(result.stdout)).Dir, FILE), 'utf8'));
  return { document };
}
