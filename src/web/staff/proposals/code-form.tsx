import type { Proposal } from '../../../proposals/index.js';
import { Button, ButtonRow, Details, Form, Moment, Notice, TextField, type Viewer } from '../../shared/index.js';
import { typedText } from '../../shared/typed-text.js';

interface CodeFormProps {
  readonly viewer: Viewer;
  readonly proposal: Proposal;
  /** As it was sent and refused. */
  readonly body?: unknown;
}

/** A proposer who has lost the code, or brought a paper and would like one. An organisation signs in. */
export function CodeForm({ viewer, proposal, body }: CodeFormProps) {
  if (proposal.organizationId !== null) return null;
  const { accessHash, codeMailFailedAt } = proposal;
  const act = accessHash === null ? '控えのコードを作る' : '控えのコードを作り直す';
  return (
    <>
      {codeMailFailedAt && (
        <Notice tone="warning" title="控えのコードのメールを送れませんでした">
          <p>
            <Moment at={codeMailFailedAt} />
            に送れませんでした。提案者の画面にはコードを出しています。メールアドレスに誤りがないか、提案者に確かめてください。
          </p>
        </Notice>
      )}
      <Details summary={act} open={body !== undefined && typedText(body, 'act') === 'code'}>
        <p>
          {accessHash === null
            ? '紙で出した方も、控えのコードがあれば、自分の提案の状態を画面で見られます。'
            : 'コードを忘れた方のために、新しいコードを作ります。前のコードは使えなくなります。'}
          新しいコードは、次の画面に一度だけ出ます。メールアドレスがわかるときは、メールでも送ります。
        </p>
        <Form
          action={viewer.url(`staff/proposals/received/${proposal.id}/code`)}
          version={proposal.version}
          label="控えのコード"
        >
          <TextField
            name="identity"
            label="本人であることの確かめ方"
            hint="例：運転免許証を見て確かめた。届け出の電話番号にかけ直した。記録に残ります。"
            required
            value={typedText(body, 'identity')}
          />
          <ButtonRow>
            <Button kind="secondary">{act}</Button>
          </ButtonRow>
        </Form>
      </Details>
    </>
  );
}
