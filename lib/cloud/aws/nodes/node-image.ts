import type { Architecture } from './instance-types';

/** Operating systems that nodes can start from, both kept by AWS. */
export type NodeImage = 'BOTTLEROCKET' | 'AL2023';

/** The image's type as EKS names it. */
export function amiType(image: NodeImage, architecture: Architecture): string {
  switch (image) {
    case 'BOTTLEROCKET':
      return `BOTTLEROCKET_${architecture}`;
    case 'AL2023':
      return `AL2023_${architecture}_STANDARD`;
  }
}
