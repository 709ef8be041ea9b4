import { nginxConfiguration } from '../../../stacks/funlynk/nginx-configuration';

const configuration = nginxConfiguration(8080);

/** The lines of a location, without their indentation. */
function location(heading: string): readonly string[] {
  const [, after = ''] = configuration.split(`location ${heading} {\n`);
  const [body = ''] = after.split('\n    }');
  return body.split('\n').map((line) => line.trim());
}

const HEADERS = [
  ['X-Frame-Options', 'DENY'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Content-Security-Policy', "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'"],
  ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'],
  // The seed switches it on; browsers that still knew it were harmed by it, and current ones do not.
  ['X-XSS-Protection', '0'],
] as const;

describe('the header', () => {
  test.each(HEADERS)('%s goes with every answer, errors too', (name, content) => {
    const directive = `add_header ${name} "${content}" always;`;
    expect(configuration).toContain(`\n  ${directive}\n`);
    // nginx drops what a location inherits once it adds a header of its own.
    expect(location(String.raw`~* \.(css|gif|ico|jpe?g|js|png|svg|woff2)$`)).toContain(directive);
  });
});

test('nginx listens on the port that it is given, and on no other', () => {
  expect(nginxConfiguration(8081).match(/listen .*/g)).toEqual(['listen 8081;']);
});

test('nginx writes its access log as JSON', () => {
  const [, line = ''] = /log_format json escape=json '(.*)';/.exec(configuration) ?? [];
  const example = line.replace(/"\$\w+"/g, '"text"').replace(/\$\w+/g, '1');
  expect(JSON.parse(example)).toMatchObject({ method: 'text', status: 1, seconds: 1 });
  expect(configuration).toContain('access_log /dev/stdout json;');
});

test('nginx does not tell its version', () => {
  expect(configuration).toContain('server_tokens off;');
});

test('dot files are refused, before any other expression can match them', () => {
  expect(location(String.raw`~ /\.`)).toEqual(['deny all;']);
  expect(configuration.match(/location ~.*/)?.[0]).toBe(String.raw`location ~ /\. {`);
});

test('assets are cached for a year', () => {
  const assets = location(String.raw`~* \.(css|gif|ico|jpe?g|js|png|svg|woff2)$`);
  expect(assets).toEqual(expect.arrayContaining(['expires 1y;', 'add_header Cache-Control "public, immutable";']));
});

test('paths of the single-page application lead to its page', () => {
  expect(location('/')).toEqual(['try_files $uri $uri/ /index.html;']);
});

test('texts are compressed from 1024 bytes on', () => {
  expect(configuration).toMatch(/gzip on;\n\s+gzip_vary on;\n\s+gzip_min_length 1024;\n\s+gzip_types .*text\/css/);
});

test('everything that nginx writes lies below /tmp', () => {
  const written = [...configuration.matchAll(/^\s*(?:pid|\w+_temp_path) (.*);$/gm)].map(([, path]) => path);
  expect(written).toHaveLength(6);
  expect(written.filter((path) => path?.startsWith('/tmp/') !== true)).toEqual([]);
});

test('its braces are balanced', () => {
  expect(configuration.match(/\{/g)).toHaveLength(configuration.match(/\}/g)?.length ?? 0);
});
