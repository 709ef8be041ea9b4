import type { Wafv2WebAclCustomResponseBody, Wafv2WebAclRule } from '@cdktf/provider-aws/lib/wafv2-web-acl';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';

const BODY = 'blocked';
/** https://docs.aws.amazon.com/waf/latest/developerguide/limits.html */
const MAX_CONTENT_BYTES = 4096;
const DEFAULT_STATUS = 403;

/** What clients are answered that are refused. */
export interface BlockedResponse {
  readonly contentType: 'APPLICATION_JSON' | 'TEXT_HTML' | 'TEXT_PLAIN';
  /** The body, of up to 4096 bytes. */
  readonly content: string;
}

/** The body that refusals share. */
export function blockedResponseBodies(
  response: BlockedResponse | undefined,
): Wafv2WebAclCustomResponseBody[] | undefined {
  if (response === undefined) return undefined;
  return [{ key: BODY, contentType: response.contentType, content: response.content }];
}

/** Refuses, with a status and a body if there is one; or counts. */
export function blockWith(
  response: BlockedResponse | undefined,
  status: number | undefined,
  preview: boolean,
): Wafv2WebAclRule['action'] {
  if (preview) return { count: {} };
  if (response === undefined && status === undefined) return { block: {} };
  return {
    block: {
      customResponse: {
        responseCode: status ?? DEFAULT_STATUS,
        customResponseBodyKey: response === undefined ? undefined : BODY,
      },
    },
  };
}

/** Refuses bodies that WAF would. */
export function blockedResponseRefusal(response: BlockedResponse | undefined): Refusal | undefined {
  if (response === undefined || Token.isUnresolved(response.content)) return undefined;
  const bytes = Buffer.byteLength(response.content);
  if (bytes >= 1 && bytes <= MAX_CONTENT_BYTES) return undefined;
  return { property: 'blockedResponse.content', rule: `must be from 1 to ${MAX_CONTENT_BYTES} bytes`, got: bytes };
}
