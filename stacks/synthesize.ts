import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App as ManifestApp } from 'cdk8s';
import { App as TerraformApp } from 'cdktf';
import { Construct } from 'constructs';
import {
  isRecord,
  list,
  value,
  type ClusterOutput,
  type EnvironmentOutput,
  type TerraformBlocks,
  type TerraformStack,
} from '../lib/checks/output';
import { modelOn } from '../lib/core/model/system-model';
import { manifestYaml, renderManifests } from '../lib/platform/gitops/render';
import { withoutCreationStacks } from './creation-stacks';
import { stackName } from './infrastructure/environment-stack';
import { addEnvironmentStacks } from './infrastructure/environment-stacks';
import { ClusterManifests } from './manifests/cluster-manifests';
import type { OutputFile } from './output';
import { renderEach } from './refusals';
import type { ResolvedEnvironment } from './resolve';

/** Everything that a run generates, in memory: nothing is written before all of it is there and checked. */
export interface Synthesis {
  /** Files below `cdktf.out`. */
  readonly infrastructure: readonly OutputFile[];
  /** Files below `manifests`. */
  readonly manifests: readonly OutputFile[];
  /** What the checks look at, and tests: an entry for each environment. */
  readonly outputs: readonly EnvironmentOutput[];
}

/** Renders environments to Terraform and manifests. */
export function synthesize(environments: readonly ResolvedEnvironment[]): Synthesis {
  const { stacks, files } = withoutCreationStacks(() => renderStacks(environments));
  const clusters = renderClusters(environments);
  const outputs = environments.map(({ environment, model }, index) => ({
    model,
    profile: environment.profile,
    clusters: clusters[index] ?? [],
    stacks: stacks[index] ?? [],
  }));
  return {
    infrastructure: files,
    manifests: outputs
      .flatMap((output) => output.clusters.flatMap((cluster) => cluster.manifests))
      .map(({ path, manifest }) => ({ path, content: manifestYaml(manifest) })),
    outputs,
  };
}

interface RenderedStacks {
  readonly files: readonly OutputFile[];
  /** Stacks of each environment. */
  readonly stacks: readonly (readonly TerraformStack[])[];
}

function renderStacks(environments: readonly ResolvedEnvironment[]): RenderedStacks {
  // cdktf can only write to a folder; ours is a scratch one, so that the real one is replaced as a whole later.
  const outdir = mkdtempSync(join(tmpdir(), 'gantry-'));
  try {
    const app = new TerraformApp({ outdir });
    const names = renderEach(environments, (resolved) => addEnvironmentStacks(app, resolved));
    app.synth();
    const read = (path: string): OutputFile => ({ path, content: readFileSync(join(outdir, path), 'utf8') });
    const files = new Map(
      Object.values(app.manifest.stacks).map((stack) => [stack.name, read(stack.synthesizedStackPath)]),
    );
    return {
      files: [...files.values(), formatted(read('manifest.json'))],
      stacks: names.map((own) => own.map((name) => terraformStack(name, files.get(name)?.content ?? '{}'))),
    };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** As a narrowed run writes what it merged, so that every run gives the same bytes. */
function formatted({ path, content }: OutputFile): OutputFile {
  return { path, content: JSON.stringify(JSON.parse(content), null, 2) };
}

function terraformStack(name: string, json: string): TerraformStack {
  const parsed: unknown = JSON.parse(json);
  return { name, resource: blocks(parsed, 'resource'), data: blocks(parsed, 'data'), provider: providers(parsed) };
}

function blocks(parsed: unknown, kind: 'resource' | 'data'): TerraformBlocks {
  const found = isRecord(parsed) ? parsed[kind] : undefined;
  return isRecord(found) ? (found as TerraformBlocks) : {};
}

function providers(parsed: unknown): NonNullable<TerraformStack['provider']> {
  return Object.fromEntries(
    Object.entries(value(parsed, 'provider') ?? {}).map(([name, configured]) => [
      name,
      list(configured).filter(isRecord),
    ]),
  );
}

/** The clusters of each environment. */
function renderClusters(environments: readonly ResolvedEnvironment[]): readonly (readonly ClusterOutput[])[] {
  const app = new ManifestApp();
  const systems = new Map<string, Construct>();
  return renderEach(environments, (resolved) => {
    const { environment, model, clusters } = resolved;
    const system = systems.get(environment.system) ?? new Construct(app, environment.system);
    systems.set(environment.system, system);
    const scope = new Construct(system, environment.environment);
    return clusters.map(({ name, contract }) => ({
      name,
      cloud: contract.cloud,
      immutableRegistries: contract.registry.immutableTags ? [contract.registry.host] : [],
      stack: stackName(resolved, name),
      network: contract,
      resources: contract,
      manifests: renderManifests(new ClusterManifests(scope, name, modelOn(model, name), contract)),
    }));
  });
}
