import { tmpdir } from 'node:os';
import { kubernetesOpenApi } from './kubernetes-open-api';

const PATH = process.env.PATH;

afterEach(() => {
  process.env.PATH = PATH;
});

test('a machine without go is told what is missing', async () => {
  process.env.PATH = '/nowhere';
  expect(await kubernetesOpenApi(tmpdir())).toEqual({
    missing: 'go is not installed; it downloads the schemas of Kubernetes',
  });
});
