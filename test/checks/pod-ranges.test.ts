import { mayHoldPods } from '../../lib/checks/pod-ranges';

const PRIVATE = ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16'];

test.each([
  ['everything', { cidr: '0.0.0.0/0' }, true],
  ['everything but private ranges', { cidr: '0.0.0.0/0', except: PRIVATE }, false],
  ['everything but some private ranges', { cidr: '0.0.0.0/0', except: PRIVATE.slice(1) }, true],
  [
    'everything but a part of a private range',
    { cidr: '0.0.0.0/0', except: ['10.0.0.0/16', ...PRIVATE.slice(1)] },
    true,
  ],
  ['a private network', { cidr: '10.20.0.0/16' }, true],
  ['a private network that is taken out again', { cidr: '10.20.0.0/16', except: ['10.20.0.0/15'] }, false],
  ['one public address', { cidr: '8.8.8.8/32' }, false],
  ['the metadata service', { cidr: '169.254.169.254/32' }, false],
  ['IPv6, of which we cannot tell', { cidr: '::/0' }, true],
  ['nothing that can be read', {}, true],
])('%s', (_, ipBlock, expected) => {
  expect(mayHoldPods(ipBlock)).toBe(expected);
});
