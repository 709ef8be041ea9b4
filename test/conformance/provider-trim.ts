import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Folders of the AWS provider's source that nothing is built from. */
const NOT_BUILT = ['.ci', '.github', 'docs', 'examples', 'skaff', 'testdata', 'test-fixtures', 'website'];

/** Folders of `internal` that do not come with every service. */
const NOT_SHARED = ['generate', 'service', 'sweep'];

const SERVICES = 'internal/service';
/** Lists every service, and makes the provider of them. */
const SERVICE_LIST = 'internal/provider/sdkv2/service_packages_gen.go';
/** Holds a function for each service that makes a client of its API. */
const CLIENTS = 'internal/conns/awsclient_gen.go';

const CLIENT_FUNCTION = /func \(c \*AWSClient\) (\w+)\(ctx context\.Context\) \*(\w+)\.Client \{[^]*?\n\}\n/g;

/** Copies what the AWS provider is built from. The module cache is read-only, and so would be a plain copy. */
export function copySource(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const target = join(to, entry.name);
    if (entry.isDirectory()) {
      if (!NOT_BUILT.includes(entry.name)) copySource(join(from, entry.name), target);
    } else if (!entry.name.endsWith('_test.go')) {
      copyFileSync(join(from, entry.name), target);
      chmodSync(target, 0o644);
    }
  }
}

/** Services of the provider that resources of these types belong to: `aws_vpc` to `ec2`. */
export function servicesOf(source: string, types: readonly string[]): readonly string[] {
  const services = readdirSync(join(source, SERVICES)).filter((service) => {
    const list = join(source, SERVICES, service, 'service_package_gen.go');
    if (!existsSync(list)) return false;
    const text = readFileSync(list, 'utf8');
    return types.some((type) => text.includes(`"${type}"`));
  });
  return services.sort();
}

/**
 * Takes all services but these, and those that they need, out of a copy of the AWS provider: the whole takes half an
 * hour to build, and has 260 services. What stays is not changed.
 */
export function trimSource(source: string, services: readonly string[]): void {
  const internal = readdirSync(join(source, 'internal'), { withFileTypes: true });
  const shared = internal
    .filter((entry) => entry.isDirectory() && !NOT_SHARED.includes(entry.name))
    .map(({ name }) => goText(join(source, 'internal', name), [basename(CLIENTS), basename(SERVICE_LIST)]));
  const kept = neededServices(source, services, shared);
  const used = new Set([...shared, ...kept.values()].flatMap((text) => text.match(/\b\w+Client(?=\()/g) ?? []));
  rewrite(join(source, CLIENTS), (text) =>
    withoutUnusedImports(text.replace(CLIENT_FUNCTION, (all, name: string) => (used.has(name) ? all : ''))),
  );
  rewrite(join(source, SERVICE_LIST), (text) =>
    withoutUnusedImports(
      text.replace(/^\t+(\w+)\.ServicePackage\(ctx\),\n/gm, (line, name: string) => (kept.has(name) ? line : '')),
    ),
  );
}

/** The services and those that they import, each with its text. */
function neededServices(
  source: string,
  services: readonly string[],
  shared: readonly string[],
): ReadonlyMap<string, string> {
  const kept = new Map<string, string>();
  // `meta` asks who one is and where, for the provider itself.
  const waiting = ['meta', ...services, ...shared.flatMap(importedServices)];
  for (let service = waiting.pop(); service !== undefined; service = waiting.pop()) {
    if (kept.has(service)) continue;
    const text = goText(join(source, SERVICES, service));
    kept.set(service, text);
    waiting.push(...importedServices(text));
  }
  return kept;
}

function importedServices(text: string): readonly string[] {
  return [...text.matchAll(/"[^"]*\/internal\/service\/([a-z0-9]+)["/]/g)].flatMap(([, name]) => name ?? []);
}

function withoutUnusedImports(text: string): string {
  const end = text.indexOf('\n)\n', text.indexOf('import ('));
  const code = text.slice(end);
  const imports = text
    .slice(0, end)
    .replace(/\n\t(?:(\w+) )?"([^"]+)"/g, (line, alias: string | undefined, path: string) => {
      return !path.includes('/service/') || new RegExp(`\\b${alias ?? basename(path)}\\.`).test(code) ? line : '';
    });
  return imports + code;
}

/** All Go code below a folder. */
function goText(folder: string, except: readonly string[] = []): string {
  if (!existsSync(folder)) return '';
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .map((entry) => {
      if (entry.isDirectory()) return goText(join(folder, entry.name), except);
      return entry.name.endsWith('.go') && !except.includes(entry.name)
        ? readFileSync(join(folder, entry.name), 'utf8')
        : '';
    })
    .join('\n');
}

function rewrite(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}
