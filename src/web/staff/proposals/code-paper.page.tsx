import { numberInWords, type CallView, type Proposal } from '../../../proposals/index.js';
import { CodeGroups, Figure, FigureRow, Notice, type Viewer } from '../../shared/index.js';
import type { CodeMailing } from '../../shared/proposals/code-mail.js';

interface CodePaperProps {
  readonly viewer: Viewer;
  readonly proposal: Proposal;
  readonly section: CallView['section'];
  readonly code: string;
  readonly mailed: CodeMailing;
  /** Address of this installation as people type it, without a slash at the end. */
  readonly origin: string;
}

const MAILED: Readonly<Record<CodeMailing, string>> = {
  sent: 'メールでも送りました。',
  failed: 'メールは送れませんでした。印刷して渡すか、郵送してください。',
  'no-address': 'メールアドレスがわからないため、印刷して渡すか、郵送してください。',
};

/** One sheet to print and hand over or post; the code stands here this once. */
export const CodePaper = ({ viewer, proposal, section, code, mailed, origin }: CodePaperProps) => (
  <>
    <div class="screen-only">
      <Notice tone={mailed === 'failed' ? 'warning' : 'success'} title="新しいコードは、この画面でだけ表示されます">
        <p>{MAILED[mailed]}前のコードは使えなくなりました。この画面を閉じたときは、もう一度作ってください。</p>
      </Notice>
    </div>
    <section class="section" aria-label="お渡しする用紙">
      <p class="lead">{proposal.proposer.name} 様</p>
      <p>
        企画提案{numberInWords(proposal.number)}「{proposal.title}」の状態は、次の順で見られます。
      </p>
      <ol class="path">
        <li>
          次のアドレスを開きます。
          <br />
          <strong class="break-anywhere">
            {origin}
            {viewer.url('my-proposals')}
          </strong>
        </li>
        <li>下のコードを入力します。大文字・小文字や「-」の有無は気にせず入力できます。</li>
      </ol>
      <FigureRow>
        <Figure label="控えのコード">
          <CodeGroups code={code} />
        </Figure>
      </FigureRow>
      <p>ほかの人には見せないでください。</p>
      <p>
        お問い合わせ：{viewer.town.hallName} {section.name} {section.unit}　電話 {section.phone}
      </p>
    </section>
  </>
);
