import { Token } from 'cdktf';
import { topicRefusal } from '../../../../lib/cloud/google/operations/topic';

describe('topicRefusal', () => {
  test('takes the full name of a topic, and what Terraform alone knows', () => {
    expect(topicRefusal('topic', 'projects/p/topics/alerts')).toBeUndefined();
    expect(topicRefusal('topic', Token.asString({ known: 'later' }))).toBeUndefined();
  });

  test('refuses a short name', () => {
    expect(topicRefusal('topic', 'alerts')).toEqual({
      property: 'topic',
      rule: 'must be of the form projects/…/topics/…',
      got: 'alerts',
    });
  });
});
