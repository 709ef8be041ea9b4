import {
  transformationRefusals,
  transformationRules,
  type TransformationRule,
} from '../../../../lib/cloud/google/backup/transformation-rule';
import { refuse } from '../../../../lib/core/errors';

const CLAIMS = { resourceGroup: '', resourceKind: 'PersistentVolumeClaim' };
const REPLACE = { op: 'REPLACE', path: '/spec/storageClassName', value: 'fast-ssd' } as const;

function check(...rules: readonly TransformationRule[]): void {
  refuse('plan', transformationRefusals(rules));
}

describe('the transformation rules of a restore plan', () => {
  test('keep their order, and that of their actions', () => {
    const remove = { op: 'REMOVE', path: '/metadata/labels/a~1b' } as const;
    const rules = [
      { namespaces: ['b', 'a'], groupKinds: [CLAIMS], jsonPath: '.spec', fieldActions: [REPLACE, remove] },
      { description: 'Everywhere', fieldActions: [remove] },
    ];
    expect(transformationRules(rules)).toEqual([
      {
        resourceFilter: { namespaces: ['a', 'b'], groupKinds: [CLAIMS], jsonPath: '.spec' },
        fieldActions: [REPLACE, remove],
      },
      { description: 'Everywhere', fieldActions: [remove] },
    ]);
  });

  test('may move and copy', () => {
    expect(() => check({ fieldActions: [{ op: 'MOVE', fromPath: '/spec/a', path: '/spec/b' }] })).not.toThrow();
  });

  test('must change something', () => {
    expect(() => check({ fieldActions: [] })).toThrow(
      "plan: 'transformationRules.fieldActions' must hold one action at least, got []",
    );
  });

  test.each(['spec.storageClassName', 'spec/a', '/spec/~2', ''])('must not point to %p', (path) => {
    const rule = "must be a JSON pointer such as '/spec/storageClassName'";
    expect(() => check({ fieldActions: [{ ...REPLACE, path }] })).toThrow(
      `plan: 'transformationRules.fieldActions.path' ${rule}, got '${path}'`,
    );
    expect(() => check({ fieldActions: [{ op: 'COPY', fromPath: path, path: '/a' }] })).toThrow(
      `plan: 'transformationRules.fieldActions.fromPath' ${rule}, got '${path}'`,
    );
  });
});
