import type { InitContainer } from '../../lib/core/model/container';
import type { ImageSource } from '../../lib/core/model/system';
import type { ServiceModel } from '../../lib/core/model/system-model';
import type { WorkloadSpec } from '../../lib/core/model/workload-spec';

/** What a service says of its workload, with every image as the cluster pulls it. */
export function workloadSpec(service: ServiceModel, reference: (source: ImageSource) => string): WorkloadSpec {
  const { image: _image, connectsTo, acceptsFrom, exposure, version, namespace, name, ...spec } = service;
  const extra = {
    ...(spec.initContainers === undefined ? {} : { initContainers: withImages(spec.initContainers, reference) }),
    ...(spec.sidecars === undefined ? {} : { sidecars: withImages(spec.sidecars, reference) }),
  };
  if (spec.kind !== 'StatefulSet') return { ...spec, ...extra } as WorkloadSpec;
  const { quorum, ...rest } = spec;
  if (quorum?.bootstrap === undefined)
    return { ...rest, ...extra, ...(quorum === undefined ? {} : { quorum: { port: quorum.port } }) } as WorkloadSpec;
  return {
    ...rest,
    ...extra,
    quorum: { port: quorum.port, bootstrap: withImage(quorum.bootstrap, reference) },
  } as WorkloadSpec;
}

type WithImage<Container> = Omit<Container, 'image'> & { readonly image?: string };

function withImages<Container extends InitContainer<ImageSource>>(
  containers: Readonly<Record<string, Container>>,
  reference: (source: ImageSource) => string,
): Readonly<Record<string, WithImage<Container>>> {
  return Object.fromEntries(
    Object.entries(containers).map(([name, container]) => [name, withImage(container, reference)]),
  );
}

function withImage<Container extends InitContainer<ImageSource>>(
  { image, ...container }: Container,
  reference: (source: ImageSource) => string,
): WithImage<Container> {
  return { ...container, ...(image === undefined ? {} : { image: reference(image) }) };
}
