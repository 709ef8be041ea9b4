import { isAlias, isMap, isNode, isScalar, isSeq, visit, type Document, type YAMLError } from 'yaml';
import { type FilePath } from './fault';

/** A fault of the text itself, at an offset from its start. */
export interface SyntaxFault {
  readonly offset: number;
  readonly message: string;
}

/** What some of the parser's complaints mean, where its own words are not plain. */
const PLAIN_WORDS: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  TAB_AS_INDENT: 'is indented with a tab; YAML allows spaces only',
  MULTIPLE_DOCS: 'must hold one YAML document, and another begins here',
};

/** Why a document cannot be read on, or nothing where it can. */
export function syntaxFaults(document: Document.Parsed): readonly SyntaxFault[] {
  const { errors, contents } = document;
  // After its first slip the parser has lost its footing, and what it says of the lines below is mostly noise.
  const slip = errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  if (slip !== undefined) {
    return [{ offset: slip.pos[0], message: PLAIN_WORDS[slip.code] ?? `is no valid YAML here: ${slip.message}` }];
  }
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    return [{ offset: 0, message: 'is empty; it must describe an environment' }];
  }
  if (document.directives.yaml.version !== '1.2') {
    return [{ offset: 0, message: 'must be YAML 1.2, where yes and no are plain text' }];
  }
  return [...aliasFaults(document), ...keyFaults(document), ...tagFaults(document)];
}

/** Keys that stand twice in a map: the rest of the file can be checked all the same. */
export function duplicateKeys(document: Document.Parsed): readonly (SyntaxFault & { readonly path: FilePath })[] {
  return document.errors
    .filter(({ code }) => code === 'DUPLICATE_KEY')
    .map(({ pos: [offset] }) => ({
      offset,
      message: 'was given before; a key may stand once in a map',
      path: pathAt(document.contents, offset) ?? [],
    }));
}

/** Plain anchors are allowed; an alias has to have one, and must not lie inside it. */
function aliasFaults(document: Document.Parsed): readonly SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  visit(document, {
    Alias: (_, alias) => {
      const offset = alias.range?.[0] ?? 0;
      const target = alias.resolve(document);
      if (target === undefined) faults.push({ offset, message: `no anchor '${alias.source}' stands before this` });
      const [start, end] = target?.range ?? [offset, offset];
      if (start < offset && offset < end) {
        faults.push({ offset, message: `the anchor '${alias.source}' must not hold itself` });
      }
    },
  });
  return faults;
}

/** A tag such as `!!binary` turns text into something that no environment file holds. */
function tagFaults(document: Document.Parsed): readonly SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node) || node.tag === undefined) return;
      faults.push({ offset: node.range?.[0] ?? 0, message: 'must have no YAML tag' });
    },
  });
  return faults;
}

/** Maps, lists and nothing are possible keys of YAML, and `__proto__` is one that JavaScript takes for its own. */
function keyFaults(document: Document.Parsed): readonly SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  visit(document, {
    Pair: (_, { key }) => {
      if (isScalar(key) && key.value !== null && key.value !== '__proto__') return;
      const offset = isNode(key) ? (key.range?.[0] ?? 0) : 0;
      faults.push({ offset, message: 'must be a plain name, since it is a key' });
    },
  });
  return faults;
}

/** Path of the last key that begins at an offset. */
function pathAt(node: unknown, offset: number): FilePath | undefined {
  if (isAlias(node)) return undefined;
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (isScalar(key) && key.range?.[0] === offset) return [name];
      const rest = pathAt(value, offset);
      if (rest !== undefined) return [name, ...rest];
    }
  }
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) {
      const rest = pathAt(item, offset);
      if (rest !== undefined) return [index, ...rest];
    }
  }
  return undefined;
}
