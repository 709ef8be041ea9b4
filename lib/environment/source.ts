import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { type Finding, FindingsError, type SourceLocation } from '../core/finding';
import { type Fault, type FilePath, formatPath, WHOLE_FILE } from './fault';
import { duplicateKeys, syntaxFaults } from './syntax';

/** How far a path was written, and the nodes at its end. */
interface Place {
  readonly complete: boolean;
  readonly key?: Node;
  readonly value?: Node;
}

/** The text of an environment file: its content, and where in it each key and value stands. */
export class EnvironmentSource {
  /**
   * Parses YAML. Throws a `FindingsError` where the text is none, or says things that no environment file needs:
   * several documents, tags, keys that are no plain text.
   */
  public static parse(file: string, text: string): EnvironmentSource {
    const lines = new LineCounter();
    const position = (offset: number): SourceLocation => {
      const { line, col } = lines.linePos(offset);
      return { file, line, column: col };
    };
    try {
      const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
      const faults = syntaxFaults(document);
      if (faults.length === 0) return new EnvironmentSource(position, document);
      throw new FindingsError(faults.map(({ offset, message }) => syntaxFinding(position(offset), [], message)));
    } catch (error) {
      if (error instanceof FindingsError) throw error;
      // The parser throws where text is made to exhaust it: thousands of brackets, aliases that multiply.
      const reason = error instanceof Error ? error.message : String(error);
      throw new FindingsError([syntaxFinding({ file, line: 1, column: 1 }, [], `cannot be read as YAML: ${reason}`)]);
    }
  }

  /** The content as plain data. */
  public readonly value: unknown;
  /** Faults of the text that do not keep it from being read. */
  public readonly findings: readonly Finding[];

  private constructor(
    private readonly position: (offset: number) => SourceLocation,
    private readonly document: Document.Parsed,
  ) {
    this.value = document.toJS();
    this.findings = duplicateKeys(document).map(({ offset, path, message }) =>
      syntaxFinding(position(offset), path, message),
    );
  }

  /** Where a person should look for the value at a path, or for the map that lacks it. */
  public locate(path: FilePath, at: Fault['at'] = 'value'): SourceLocation {
    const { complete, key, value } = this.place(path);
    const written = complete && at === 'value' && !(isScalar(value) && value.value === null);
    const node = written ? value : (key ?? value);
    return this.position(node?.range?.[0] ?? 0);
  }

  /** The text of a scalar as it was written: `1.30`, where its value is the number 1.3. */
  public textAt(path: FilePath): string | undefined {
    const { complete, value } = this.place(path);
    return complete && isScalar(value) ? value.source : undefined;
  }

  /** The value at a path, or undefined where nothing was written. */
  public valueAt(path: FilePath): unknown {
    const { complete, value } = this.place(path);
    return complete ? value?.toJS(this.document) : undefined;
  }

  private place(path: FilePath): Place {
    let place: Place = { complete: true, value: this.resolved(this.document.contents) };
    for (const part of path) {
      const next = this.child(place.value, part);
      if (next === undefined) return { ...place, complete: false };
      place = next;
    }
    return place;
  }

  private child(node: Node | undefined, part: string | number): Place | undefined {
    if (isSeq(node) && typeof part === 'number' && part < node.items.length) {
      return { complete: true, value: this.resolved(node.items[part]) };
    }
    if (!isMap(node)) return undefined;
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
    if (pair === undefined || !isNode(pair.key)) return undefined;
    return { complete: true, key: pair.key, value: this.resolved(pair.value) };
  }

  /** An alias stands for what its anchor holds, and that is where to mend it. */
  private resolved(node: unknown): Node | undefined {
    if (isAlias(node)) return node.resolve(this.document);
    return isNode(node) ? node : undefined;
  }
}

/** A finding about the text of a file, or about the file itself. */
export function syntaxFinding(location: SourceLocation, path: FilePath, message: string): Finding {
  return {
    rule: 'environment-syntax',
    severity: 'error',
    resource: location.file,
    path: path.length === 0 ? WHOLE_FILE : formatPath(path),
    message,
    location,
  };
}
