import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import { Publish, type PublishedRef } from '../../../records/index.js';
import { attempt, type Outcome, type Viewer } from '../../shared/index.js';
import { typedText } from '../../shared/typed-text.js';
import { typedVersion } from './typed-version.js';

export interface PublicationDone {
  /** Said once on the next page. */
  readonly notice: string;
  /** It is no more: there is no page to come back to. */
  readonly gone: boolean;
}

/** The acts of `PublicationBar`, the same for a bulletin, a series and a meeting. */
@Injectable()
export class PublicationActs {
  constructor(private readonly publishing: Publish) {}

  /** A refusal that the same page answers comes back; anything else goes on to the error page. */
  perform(viewer: Viewer, ref: PublishedRef, body: unknown): Promise<Outcome<PublicationDone>> {
    const at = { ...ref, version: typedVersion(body) };
    return attempt(async () => {
      switch (typedText(body, 'act')) {
        case 'publish':
          await this.publishing.publish(viewer.actor, at);
          return { notice: '公開しました。', gone: false };
        case 'take-down':
          await this.publishing.takeDown(viewer.actor, { ...at, reason: typedText(body, 'reason') });
          return { notice: '取り下げました。住民には見えなくなりました。', gone: false };
        case 'discard':
          await this.publishing.discard(viewer.actor, ref);
          return { notice: '下書きを削除しました。', gone: true };
        default:
          throw new DomainError('common.request-malformed');
      }
    });
  }
}
