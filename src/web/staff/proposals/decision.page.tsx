import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import { formatYen } from '../../../kernel/yen.js';
import { numberInWords, type DecisionChoices, type Proposal, type ProposalDraft } from '../../../proposals/index.js';
import {
  Button,
  ButtonRow,
  Checkbox,
  Form,
  Notice,
  Section,
  Select,
  TextArea,
  YenField,
  type Viewer,
} from '../../shared/index.js';
import { ProposalCourse } from '../../shared/proposals/proposal-course.js';
import { ProposalStateTag } from '../../shared/proposals/proposal-words.js';
import { typedText } from '../../shared/typed-text.js';
import { NewDraftFields } from '../draft-fields.js';

interface DecisionProps {
  readonly viewer: Viewer;
  readonly draft: ProposalDraft;
  readonly choices: DecisionChoices;
  /** As it was sent and refused. */
  readonly body?: unknown;
}

const SHOWN = '提案者に知らせます。';

/** `02-01-07　モデル事業補助金（令和8年度、残額 700,000円）`. */
const lineInWords = ({ fiscalYear, code, name, available }: DecisionChoices['lines'][number]): string =>
  `${code}　${name}（${formatFiscalYear(fiscalYear)}、残額 ${formatYen(available)}）`;

/** What becomes of a proposal in the end: adopted with an amount, refused, or merged into another. */
export function DecisionPage({ viewer, draft, choices, body }: DecisionProps) {
  const { proposal } = draft;
  const at = (act: string): string => viewer.url(`staff/proposals/received/${proposal.id}/${act}`);
  return (
    <>
      <p>
        <ProposalStateTag state={proposal.state} /> {numberInWords(proposal.number)}　{choices.names.join('、')}
      </p>
      <ProposalCourse draft={draft} forStaff />
      {choices.draft && (
        <Notice tone="info" title="採択の起案が回っています">
          <p>
            <a href={viewer.url(`staff/approvals/${choices.draft.id}`)}>{choices.draft.title}</a>（
            {choices.draft.number}）。決裁されると、提案者に結果が伝わります。
          </p>
        </Notice>
      )}
      {proposal.state !== 'relevant' && (
        <p>結果を決められるのは、必要性の確認で「検討する」とした、検討中の提案だけです。</p>
      )}
      {proposal.state === 'relevant' && !choices.draft && (
        <>
          <Section title="採択">
            <Form action={at('adoption')} version={proposal.version} label="採択">
              {!choices.byDraft && <p>この自治体の専決規程には企画提案の採択の決裁がないため、担当課で決めます。</p>}
              <YenField name="amount" label="予算の額" required value={typedText(body, 'amount')} />
              <Select
                name="budgetLineId"
                label="予算科目"
                required
                hint="決裁されると、モデル事業の交付申請が決まるまで、この額をほかに使えないように確保します。"
                prompt="選んでください"
                options={choices.lines.map((line) => ({ value: line.id, label: lineInWords(line) }))}
                value={typedText(body, 'budgetLineId')}
              />
              <TextArea
                name="comment"
                label="採択のコメント"
                hint={SHOWN}
                required
                rows={3}
                value={typedText(body, 'comment')}
              />
              {choices.byDraft && (
                <NewDraftFields
                  title={`企画提案${numberInWords(proposal.number)}「${proposal.title}」の採択について`}
                  reason="上のとおり採択してよろしいか伺います。"
                  sent={body}
                />
              )}
              <ButtonRow>
                <Button>{choices.byDraft ? '採択を起案する' : '採択する'}</Button>
              </ButtonRow>
            </Form>
          </Section>
          <Section title="統合">
            <p>似た提案を1つにします。この提案は統合した先で検討され、両方の提案者の名前が残ります。</p>
            <Form action={at('merger')} version={proposal.version} label="統合">
              <Select
                name="into"
                label="統合する先"
                required
                prompt="選んでください"
                options={choices.others.map((other: Proposal) => ({
                  value: other.id,
                  label: `${numberInWords(other.number)}　${other.title}`,
                }))}
                value={typedText(body, 'into')}
              />
              <TextArea
                name="mergerComment"
                label="統合のコメント"
                hint={SHOWN}
                required
                rows={3}
                value={typedText(body, 'mergerComment')}
              />
              <Checkbox
                name="mergerConfirmed"
                label="統合する先とコメントを確かめました"
                hint="統合すると、すぐに提案者に知らせます。取り消せません。"
                required
                checked={typedText(body, 'mergerConfirmed') === 'yes'}
              />
              <ButtonRow>
                <Button kind="secondary">統合する</Button>
              </ButtonRow>
            </Form>
          </Section>
          <Section title="不採択">
            <Form action={at('refusal')} version={proposal.version} label="不採択">
              <TextArea
                name="refusalComment"
                label="不採択のコメント"
                hint={`${SHOWN}理由と、これからできることを書きます。`}
                required
                rows={3}
                value={typedText(body, 'refusalComment')}
              />
              <Checkbox
                name="refusalConfirmed"
                label="不採択とすることとコメントを確かめました"
                hint="不採択にすると、すぐに提案者に知らせます。取り消せません。"
                required
                checked={typedText(body, 'refusalConfirmed') === 'yes'}
              />
              <ButtonRow>
                <Button kind="danger">不採択にする</Button>
              </ButtonRow>
            </Form>
          </Section>
        </>
      )}
    </>
  );
}
