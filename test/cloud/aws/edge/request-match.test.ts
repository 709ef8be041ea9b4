import { Token } from 'cdktf';
import { type ScopeDown, scopeDownRefusals, scopeDownStatement } from '../../../../lib/cloud/aws/edge/request-match';

function refused(scopeDown: ScopeDown) {
  return scopeDownRefusals('scopeDown', scopeDown).filter((refusal) => refusal !== undefined);
}

describe('requests that a rule looks at', () => {
  test('begin with a path, once it is decoded', () => {
    expect(scopeDownStatement({ only: { pathPrefixes: ['/login', '/v1.0'] } })).toEqual({
      statement: {
        regex_match_statement: {
          regex_string: '^(/login|/v1\\.0)',
          field_to_match: { uri_path: {} },
          text_transformation: [
            { priority: 0, type: 'URL_DECODE' },
            { priority: 1, type: 'NORMALIZE_PATH' },
          ],
        },
      },
      capacity: 23,
    });
  });

  test('fit all that is said of them', () => {
    const hosts = ['*.example.com', 'example.com'];
    expect(scopeDownStatement({ only: { methods: ['PUT', 'POST'], hosts } })).toEqual({
      statement: {
        and_statement: {
          statement: [
            {
              regex_match_statement: {
                regex_string: '^(POST|PUT)$',
                field_to_match: { method: {} },
                text_transformation: [{ priority: 0, type: 'NONE' }],
              },
            },
            {
              regex_match_statement: {
                regex_string: '^([^.]+\\.example\\.com|example\\.com)(:[0-9]+)?$',
                field_to_match: { single_header: { name: 'host' } },
                text_transformation: [{ priority: 0, type: 'LOWERCASE' }],
              },
            },
          ],
        },
      },
      capacity: 16,
    });
  });

  test('can be all others', () => {
    expect(scopeDownStatement({ allBut: { methods: ['GET'] } }).statement).toMatchObject({
      not_statement: { statement: [{ regex_match_statement: { regex_string: '^(GET)$' } }] },
    });
  });

  test('are refused where nothing is said, or what WAF would not understand', () => {
    expect(scopeDownRefusals('scopeDown', undefined)).toEqual([]);
    expect(refused({ only: {} })).toEqual([
      {
        property: 'scopeDown.only',
        rule: 'must say which requests are meant',
        got: {},
        remedy: 'or leave scopeDown out',
      },
    ]);
    expect(refused({ allBut: { pathPrefixes: ['login'], methods: ['post'], hosts: ['Example.com'] } })).toEqual([
      { property: 'scopeDown.allBut.pathPrefixes', rule: 'must begin with a slash', got: 'login' },
      { property: 'scopeDown.allBut.methods', rule: 'must be methods such as POST', got: 'post' },
      expect.objectContaining({ property: 'scopeDown.allBut.hosts', got: 'Example.com' }),
    ]);
  });

  test('are refused where they are too many, or unknown', () => {
    const pathPrefixes = Array.from({ length: 60 }, (_, index) => `/path-${index}`);
    expect(refused({ only: { pathPrefixes } })).toEqual([
      { property: 'scopeDown.only.pathPrefixes', rule: 'must be shorter altogether', got: 532 },
    ]);
    expect(refused({ only: { methods: [Token.asString({ resolve: () => 'GET' })] } })).toEqual([
      { property: 'scopeDown.only.methods', rule: 'must be known at synthesis', got: 'a token' },
    ]);
  });
});
