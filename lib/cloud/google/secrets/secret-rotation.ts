import type { Refusal } from '../../../core/errors';
import { instantRefusal } from '../../common/instant';
import { wholeNumberRefusal } from '../../common/whole-number';
import type { IKmsKey } from '../keys/kms-key';

/** Secret Manager takes from an hour to 3,153,600,000 seconds; below a day, a value is no secret but a token. */
const PERIOD_DAYS = { min: 1, max: 36_500 };

/**
 * When a secret is due for a new value. Secret Manager only says so, on a topic: whoever listens there writes it.
 * https://cloud.google.com/secret-manager/docs/secret-rotation
 */
export interface SecretRotation {
  /** Days between two rotations, from 1 to 36500. */
  readonly periodDays: number;
  /**
   * First time that the secret is due: `2027-01-15T03:00:00Z`. Google wants one in the future, and synthesis has no
   * clock to make one up. Afterwards Google moves it on by itself, so a change here is not applied.
   */
  readonly nextRotationTime: string;
  /**
   * Key that the topic's messages are encrypted with, which `pubsub` may use. They name the secret and hold no value.
   *
   * @default - Google's own key
   */
  readonly kmsKey?: IKmsKey;
}

/** Refuses a rotation that Secret Manager would. */
export function rotationRefusals({ periodDays, nextRotationTime }: SecretRotation): (Refusal | undefined)[] {
  return [
    wholeNumberRefusal('rotation.periodDays', periodDays, PERIOD_DAYS),
    instantRefusal('rotation.nextRotationTime', nextRotationTime),
  ];
}
