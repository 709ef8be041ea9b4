import { giveaways, isSecretLiteral } from '../../lib/checks/secret-patterns';

test.each([
  'PASSWORD',
  'DB_PASSWORD',
  'PGPASSWORD',
  'MYSQL_PWD_PASSWD',
  'DB_PASS',
  'JWT_SECRET',
  'GITHUB_TOKEN',
  'API_KEY',
  'APIKEY',
  'AWS_SECRET_ACCESS_KEY',
  'SIGNING_KEY',
  'GOOGLE_CREDENTIALS',
  'db.password',
  '--requirepass',
])('a literal under %s is a secret', (name) => {
  expect(isSecretLiteral(name, 'hunter2')).toBe(true);
});

test.each(['NODE_ENV', 'PASSWORD_FILE', 'TOKEN_URL', 'COMPASS', 'KEY', 'PUBLIC_KEY', 'SECRETS_FOLDER'])(
  'a literal under %s is none',
  (name) => {
    expect(isSecretLiteral(name, 'hunter2')).toBe(false);
  },
);

test.each(['true', 'no', '0', '', '$(OTHER_PASSWORD)', '{{ .password }}'])('%p is no value of a secret', (literal) => {
  expect(isSecretLiteral('PASSWORD', literal)).toBe(false);
});

test.each(['$OTHER', 'x$(OTHER)'])('%p is one', (literal) => {
  expect(isSecretLiteral('PASSWORD', literal)).toBe(true);
});

test.each([
  ['-----BEGIN PRIVATE KEY-----', ['a private key']],
  ['-----BEGIN RSA PRIVATE KEY-----\nMII', ['a private key']],
  ['postgres://user:hunter2@postgres:5432/shop', ['a URL with a password']],
  ['redis://:hunter2@redis', ['a URL with a password']],
  ['see https://user:hunter2@example.com/path', ['a URL with a password']],
  ['password: hunter2', ['a password beside its name']],
  ['{"password":"hunter2"}', ['a password beside its name']],
  ['--password=hunter2', ['a password beside its name']],
  ["passwd = 'hunter2'", ['a password beside its name']],
  [`key ${'AKIA'}ABCDEFGHIJKLMNOP`, ['an access key of AWS']],
  [`ghp_${'a1'.repeat(18)}`, ['a token of GitHub']],
  [`AIza${'a'.repeat(35)}`, ['an API key of Google']],
  [`sk_live_${'a1'.repeat(8)}`, ['a key of Stripe']],
  ['password=a postgres://u:p@h', ['a URL with a password', 'a password beside its name']],
])('%p gives a secret away', (text, expected) => {
  expect(giveaways(text)).toEqual(expected);
});

test.each([
  '-----BEGIN CERTIFICATE-----',
  '-----BEGIN PUBLIC KEY-----',
  'postgres://postgres:5432/shop',
  'postgres://user@postgres:5432/shop',
  'postgres://$(USER):$(PASSWORD)@postgres/shop',
  'postgres://user:${PASSWORD}@postgres/shop',
  'postgres://user:{{ .password }}@postgres/shop',
  'https://example.com/a:b@c',
  'https://example.com?time=10:00&to=a@b.example',
  'password: $(PASSWORD)',
  'password: {{ .password }}',
  'password: <yours>',
  'password_file: /run/secrets/password',
  'a password is needed',
  'arn:aws:iam::111122223333:role/x',
])('%p gives nothing away', (text) => {
  expect(giveaways(text)).toEqual([]);
});
