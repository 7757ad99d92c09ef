import type { ComponentChildren } from 'preact';
import { STATE_LABEL, type Publication, type PublicationState } from '../../../records/index.js';
import {
  Button,
  ButtonRow,
  Details,
  Form,
  Moment,
  Notice,
  StatusTag,
  TextArea,
  type Tone,
} from '../../shared/index.js';

const TONE: Readonly<Record<PublicationState, Tone>> = {
  draft: 'neutral',
  published: 'success',
  'taken-down': 'warning',
};

export const StateTag = ({ state }: { state: PublicationState }) => (
  <StatusTag tone={TONE[state]}>{STATE_LABEL[state]}</StatusTag>
);

export interface PublicationBarProps {
  /** Where the acts are posted. */
  readonly action: string;
  readonly publication: Publication;
  /** e.g. お知らせ. */
  readonly what: string;
  readonly mayWrite: boolean;
  /** What was typed before a refusal. */
  readonly reason: string | null;
  /** Said beside the state, e.g. from when to when it is shown. */
  readonly children?: ComponentChildren;
}

/** Where it stands, who wrote it last, and what can be done with it as a whole. */
export function PublicationBar({ action, publication, what, mayWrite, reason, children }: PublicationBarProps) {
  const { state, version, writtenAt, writtenBy, takenDownReason } = publication;
  return (
    <div class="publication-bar">
      <p>
        <StateTag state={state} /> {children}
        <span class="hint">
          　最後に書いた人：{writtenBy}　
          <Moment at={writtenAt} />
        </span>
      </p>
      {state === 'taken-down' && (
        <Notice tone="warning" title="取り下げたため、住民には見えません">
          <p class="prose">理由：{takenDownReason}</p>
        </Notice>
      )}
      {mayWrite && state !== 'published' && (
        <Form action={action} version={version} label={`${what}を公開する`}>
          <ButtonRow>
            <Button name="act" value="publish">
              {state === 'draft' ? '公開する' : 'もう一度公開する'}
            </Button>
          </ButtonRow>
        </Form>
      )}
      {mayWrite && state === 'published' && (
        <Details summary={`${what}を取り下げる`} open={reason !== null}>
          <Form action={action} version={version} label={`${what}を取り下げる`}>
            <TextArea
              name="reason"
              label="取り下げる理由"
              hint="住民には示しません。職員の画面と操作の記録に残ります。"
              required
              rows={2}
              value={reason}
            />
            <ButtonRow>
              <Button kind="danger" name="act" value="take-down">
                取り下げる
              </Button>
            </ButtonRow>
          </Form>
        </Details>
      )}
      {mayWrite && state === 'draft' && (
        <Details summary={`この${what}の下書きを削除する`}>
          <p>まだ公開していないので、削除できます。削除すると、元に戻せません。</p>
          <Form action={action} version={version} label={`${what}の下書きを削除する`}>
            <ButtonRow>
              <Button kind="danger" name="act" value="discard">
                削除する
              </Button>
            </ButtonRow>
          </Form>
        </Details>
      )}
    </div>
  );
}
