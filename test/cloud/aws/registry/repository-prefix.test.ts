import { Token } from 'cdktf';
import {
  prefixRefusal,
  repositoriesArn,
  repositoryNameRefusal,
} from '../../../../lib/cloud/aws/registry/repository-prefix';
import { PLACE } from '../harness';
import { refused } from './refused';

const TOKEN = Token.asString({ resolve: () => 'a' });

describe('prefixes', () => {
  test('stand for the repositories behind their slash, and ROOT for all', () => {
    expect(repositoriesArn(PLACE, 'docker-hub')).toBe('arn:aws:ecr:us-east-1:111122223333:repository/docker-hub/*');
    expect(repositoriesArn(PLACE, 'ROOT')).toBe('arn:aws:ecr:us-east-1:111122223333:repository/*');
  });

  test.each(['docker-hub', 'a/b.c_d', 'ROOT', TOKEN])('may be %s', (prefix) => {
    expect(prefixRefusal('prefix', prefix)).toBeUndefined();
  });

  test('end without the slash that ECR adds', () => {
    expect(refused([prefixRefusal('prefix', 'docker-hub/', 30)])).toEqual([
      "'prefix' must be lower-case letters and digits, parted by single dashes, dots or slashes, 30 at most, or ROOT, " +
        "got 'docker-hub/'; leave the slash at the end out: ECR adds it",
    ]);
  });

  test('are no longer than told', () => {
    expect(prefixRefusal('prefix', 'a'.repeat(30), 30)).toBeUndefined();
    expect(refused([prefixRefusal('prefix', 'a'.repeat(31), 30)])).toEqual([
      expect.stringContaining("'prefix' must be lower-case letters and digits"),
    ]);
  });
});

describe('names', () => {
  test.each(['funlynk/backend', 'a'.repeat(256), TOKEN])('may be %s', (name) => {
    expect(repositoryNameRefusal('repositoryName', name)).toBeUndefined();
  });

  test.each(['ROOT', 'a', 'A', 'a//b', 'a'.repeat(257)])('are not %s', (name) => {
    expect(repositoryNameRefusal('repositoryName', name)).toMatchObject({ got: name });
  });
});
