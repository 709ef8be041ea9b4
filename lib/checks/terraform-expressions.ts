/** A reference to a resource or data source, as it stands inside an expression. */
const REFERENCE = /(?<![\w.-])(data\.)?([a-z][a-z0-9]*_[a-z0-9_]+)\.([A-Za-z][\w-]*)/g;

/** Addresses that a text names in its interpolations: `aws_x.y` or `data.aws_x.y`. */
export function referencesIn(template: string): readonly string[] {
  return addresses(code(template, []));
}

/** Addresses that an expression names, as it stands without braces in `depends_on`. */
export function addressesIn(expression: string): readonly string[] {
  return addresses(code(expression, [0]));
}

function addresses(bare: string): readonly string[] {
  return [...bare.matchAll(REFERENCE)].map(([, data = '', type = '', id = '']) => `${data}${type}.${id}`);
}

/**
 * The parts of a template that are code: what stands between `${` or `%{` and its `}`, without the texts in it,
 * but with the code in those. `$${` and `%%{` are text that Terraform leaves alone.
 *
 * @param open braces open in each piece of code that the position lies in, a text as -1
 */
function code(template: string, open: number[]): string {
  let bare = '';
  for (let at = 0; at < template.length; at++) {
    const inCode = (open.at(-1) ?? -1) >= 0;
    const sign = template[at] ?? '';
    if (inCode) {
      bare += sign === '"' ? ' ' : sign;
      step(sign, open);
    } else if (/^(\$\$|%%)\{/.test(template.slice(at, at + 3))) at += 2;
    else if (/^[$%]\{/.test(template.slice(at, at + 2))) {
      bare += ' ';
      open.push(0);
      at += 1;
    } else if (sign === '\\' && open.length > 0) at += 1;
    else if (sign === '"' && open.length > 0) open.pop();
  }
  return bare;
}

/** Keeps count of the braces and texts that a sign of code opens and closes. */
function step(sign: string, open: number[]): void {
  const depth = open.at(-1) ?? 0;
  if (sign === '"') open.push(-1);
  else if (sign === '{') open[open.length - 1] = depth + 1;
  else if (sign === '}' && depth > 0) open[open.length - 1] = depth - 1;
  else if (sign === '}' && open.length > 0) open.pop();
}
