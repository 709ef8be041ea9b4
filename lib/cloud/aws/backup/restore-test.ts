import type { BackupRestoreTestingSelectionConfig } from '@cdktf/provider-aws/lib/backup-restore-testing-selection';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import { tagConditions, tagRefusals } from './resource-tags';

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/API_RestoreTestingSelectionForCreate.html */
const VALIDATION_HOURS = { min: 1, max: 168 };
const MAX_RESOURCES = 30;

/** Kinds of resources whose restore AWS Backup can try. */
export type RestorableResource = 'Aurora' | 'DynamoDB' | 'EBS' | 'EC2' | 'EFS' | 'RDS' | 'S3';

interface RestoreTestBase {
  /** Kind of the resources. EKS clusters are not among them: restore those into a namespace by hand. */
  readonly protectedResourceType: RestorableResource;
  /**
   * Settings of the restore that AWS Backup does not find out by itself: `{ encrypted: 'true' }`.
   *
   * @default {}
   */
  readonly restoreMetadataOverrides?: Readonly<Record<string, string>>;
  /**
   * Hours for which what was restored stays, so that a program of yours can look whether it is any good; from 1 to 168.
   *
   * @default - none: it is deleted at once
   */
  readonly validationWindowHours?: number;
}

/** Resources of one kind whose restore is tried. */
export type RestoreTest =
  | (RestoreTestBase & {
      readonly by: 'arns';
      /** ARNs of up to 30 resources. */
      readonly resources: readonly string[];
    })
  | (RestoreTestBase & {
      readonly by: 'tags';
      /** Tags that a resource has to have, all of them. */
      readonly tags: Readonly<Record<string, string>>;
    })
  | (RestoreTestBase & {
      /** All that there is a backup of. */
      readonly by: 'type';
    });

type RestoreTestSettings = Pick<
  BackupRestoreTestingSelectionConfig,
  | 'protectedResourceArns'
  | 'protectedResourceConditions'
  | 'protectedResourceType'
  | 'restoreMetadataOverrides'
  | 'validationWindowHours'
>;

/** The test as AWS Backup takes it. */
export function restoreTestSettings(test: RestoreTest): RestoreTestSettings {
  return {
    protectedResourceType: test.protectedResourceType,
    ...chosen(test),
    restoreMetadataOverrides:
      test.restoreMetadataOverrides === undefined ? undefined : { ...test.restoreMetadataOverrides },
    validationWindowHours: test.validationWindowHours,
  };
}

/** Refuses tests that AWS Backup would. */
export function restoreTestRefusals(property: string, test: RestoreTest): (Refusal | undefined)[] {
  const { validationWindowHours } = test;
  return [
    validationWindowHours === undefined
      ? undefined
      : wholeNumberRefusal(`${property}.validationWindowHours`, validationWindowHours, VALIDATION_HOURS),
    ...choiceRefusals(property, test),
  ];
}

function chosen(test: RestoreTest) {
  switch (test.by) {
    case 'arns':
      return { protectedResourceArns: [...new Set(test.resources)].sort() };
    case 'tags':
      return { protectedResourceConditions: [{ stringEquals: tagConditions(test.tags) }] };
    case 'type':
      return { protectedResourceArns: ['*'] };
  }
}

function choiceRefusals(property: string, test: RestoreTest): (Refusal | undefined)[] {
  switch (test.by) {
    case 'arns':
      return [
        test.resources.length > 0 && test.resources.length <= MAX_RESOURCES
          ? undefined
          : {
              property: `${property}.resources`,
              rule: `must be from 1 to ${MAX_RESOURCES}`,
              got: test.resources.length,
            },
        ...test.resources.map((arn) =>
          Token.isUnresolved(arn) || /^arn:aws:[^:]+:[^:]*:[^:]*:[^*]+$/.test(arn)
            ? undefined
            : { property: `${property}.resources`, rule: 'must hold ARNs without *', got: arn },
        ),
      ];
    case 'tags':
      return [
        Object.keys(test.tags).length === 0
          ? { property: `${property}.tags`, rule: 'must name one tag at least', got: test.tags }
          : undefined,
        ...tagRefusals(`${property}.tags`, test.tags),
      ];
    case 'type':
      return [];
  }
}
