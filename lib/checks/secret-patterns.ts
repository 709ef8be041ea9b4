/** Names of variables and files whose value is a secret. */
const SECRET_NAME =
  /(PASSWORD|PASSWD|PASSPHRASE|(^|[_.-]|require)PASS|SECRET|TOKEN|CREDENTIALS?|(API|ACCESS|SECRET|PRIVATE|SIGNING|ENCRYPTION)[_.-]?KEY)$/i;

/** A switch such as `REQUIRE_TOKEN=true` is no secret, and neither is nothing. */
const SWITCH = /^(true|false|yes|no|on|off|0|1|)$/i;

/** `$(OTHER)` is put in by Kubernetes, `{{ .key }}` by External Secrets: references both. */
const REFERENCE = /^\$\([A-Za-z_][\w.-]*\)$|\{\{.*\}\}/s;

/** What gives a secret away wherever it stands. */
const GIVEAWAYS: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a private key'],
  [/[a-z][a-z0-9+.-]*:\/\/[^\s:/?#@"']*:(?![$<{])[^\s/?#@"']+@/i, 'a URL with a password'],
  [/\b(password|passwd|passphrase)["']?\s*[:=]\s*["']?(?![\s"'$<{(])[^\s"',;]+/i, 'a password beside its name'],
  [/\b(AKIA|ASIA)[0-9A-Z]{16}\b/, 'an access key of AWS'],
  [/\bgh[pousr]_[A-Za-z0-9]{36}\b/, 'a token of GitHub'],
  [/\bAIza[0-9A-Za-z_-]{35}\b/, 'an API key of Google'],
  [/\b[rs]k_live_[0-9A-Za-z]{16,}\b/, 'a key of Stripe'],
];

/** Whether a literal under a name is the value of a secret. */
export function isSecretLiteral(name: string, literal: string): boolean {
  return SECRET_NAME.test(name) && !SWITCH.test(literal) && !REFERENCE.test(literal);
}

/** What in a text gives a secret away, each kind once. */
export function giveaways(text: string): readonly string[] {
  return GIVEAWAYS.flatMap(([pattern, what]) => (pattern.test(text) ? [what] : []));
}
