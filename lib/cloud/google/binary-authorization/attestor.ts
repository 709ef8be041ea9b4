import { BinaryAuthorizationAttestor } from '@cdktf/provider-google/lib/binary-authorization-attestor';
import { ContainerAnalysisNote } from '@cdktf/provider-google/lib/container-analysis-note';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { memberRefusal } from '../iam-member';
import type { IKmsSigningKey } from '../keys/kms-signing-key';
import { resourceNameRefusal } from '../resource-name';
import { letAttest, letProjectVerify, letReadAttestations, letVerify } from './attestor-grants';

const MAX_NAME_LENGTH = 63;

/** An attestor that a policy asks for, wherever it was made. */
export interface IAttestor {
  /** `projects/…/attestors/…` */
  readonly id: string;
  /** What has to exist before a policy may name the attestor; depend on these. */
  readonly dependables: readonly ITerraformDependable[];
}

/** Properties for `Attestor`. */
export interface AttestorProps {
  /** Project id of the attestor, of its note and of the attestations. */
  readonly project: string;
  /** Name of the attestor, and of its note, within the project. A change replaces both. */
  readonly name: string;
  /** Key that images are attested with: see `KmsKeyRing.addSigningKey`. */
  readonly signingKey: IKmsSigningKey;
  /**
   * Keys of before, whose attestations still count, though nobody is let sign with them here. Give the old key while
   * its images are still running.
   *
   * @default - none
   */
  readonly retiredKeys?: readonly IKmsSigningKey[];
  /**
   * What an attestation vouches for.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * IAM members that attest images, such as `serviceAccount:ci@example.iam.gserviceaccount.com`: they may sign with the
   * key, read the attestor, and write attestations.
   *
   * @default - none
   */
  readonly signers?: readonly string[];
  /**
   * IAM members that may ask the attestor whether an image is attested.
   *
   * @default - none
   */
  readonly verifiers?: readonly string[];
  /**
   * Other projects whose policies ask for the attestor.
   *
   * @default - none
   */
  readonly verifierProjects?: readonly string[];
  /**
   * Whether Terraform refuses to destroy the attestor with its note, without which no attestation counts.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/** Someone who vouches for images by signing them, and the note that the attestations are attached to. */
export class Attestor extends Construct implements IAttestor {
  /** An attestor that another stack, or another project, made. */
  public static fromName(name: { readonly project: string; readonly name: string }): IAttestor {
    return { id: attestorId(name.project, name.name), dependables: [] };
  }

  public readonly id: string;
  public readonly dependables: readonly ITerraformDependable[];
  /** Full resource id of the note: `projects/…/notes/…` */
  public readonly noteId: string;

  constructor(scope: Construct, id: string, props: AttestorProps) {
    super(scope, id);

    const { project, name, signingKey, retiredKeys = [], signers = [], verifiers = [], verifierProjects = [] } = props;
    const lifecycle = { preventDestroy: props.deletionProtection ?? true };
    refuse(this.node.path, [
      resourceNameRefusal('name', name, MAX_NAME_LENGTH),
      retiredKeyRefusal(signingKey, retiredKeys),
      ...signers.map((member) => memberRefusal('signers', member)),
      ...verifiers.map((member) => memberRefusal('verifiers', member)),
      verifierProjects.includes(project)
        ? { property: 'verifierProjects', rule: "must name other projects than the attestor's own", got: project }
        : undefined,
    ]);

    const note = new ContainerAnalysisNote(this, 'Note', {
      ...{ project, name, lifecycle },
      shortDescription: props.description,
      attestationAuthority: { hint: { humanReadableName: name } },
    });
    const attestor = new BinaryAuthorizationAttestor(this, 'Resource', {
      ...{ project, name, lifecycle },
      description: props.description,
      attestationAuthorityNote: {
        noteReference: note.name,
        publicKeys: [signingKey, ...retiredKeys].map(publicKey),
      },
    });
    this.id = attestorId(project, name);
    this.noteId = `projects/${project}/notes/${name}`;
    const granted = { project, note, attestor };
    for (const member of new Set(signers)) letAttest(this, granted, member, signingKey);
    this.dependables = [
      attestor,
      letReadAttestations(this, granted),
      ...[...new Set(verifiers)].map((member) => letVerify(this, granted, member)),
      ...[...new Set(verifierProjects)].flatMap((verifier) => letProjectVerify(this, granted, verifier)),
    ];
  }
}

function attestorId(project: string, name: string): string {
  return `projects/${project}/attestors/${name}`;
}

/** Attestations name the key by this id. https://cloud.google.com/binary-authorization/docs/key-requirements */
function publicKey({ versionId, publicKeyPem, algorithm }: IKmsSigningKey) {
  return {
    id: `//cloudkms.googleapis.com/v1/${versionId}`,
    pkixPublicKey: { publicKeyPem, signatureAlgorithm: algorithm },
  };
}

function retiredKeyRefusal(signingKey: IKmsSigningKey, retiredKeys: readonly IKmsSigningKey[]): Refusal | undefined {
  const ids = [signingKey, ...retiredKeys].map(({ id }) => id);
  if (new Set(ids).size === ids.length) return undefined;
  return { property: 'retiredKeys', rule: 'must name each key once, and not the signingKey', got: ids.slice(1) };
}
