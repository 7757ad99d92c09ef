import type { GrantCase } from '../../grant-changes/index.js';
import { formatEra } from '../../kernel/local-date.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  DateField,
  Form,
  Money,
  Radios,
  Section,
  TextArea,
  TextField,
  YenField,
  type Viewer,
} from '../shared/index.js';
import { textOr } from '../shared/typed-choice.js';
import { DraftOptions } from './draft-options.js';

interface RevocationProps {
  readonly viewer: Viewer;
  readonly view: GrantCase;
  readonly body: unknown;
}

/** 取消し, whole or in part, with its ground, the fault, and the hearing; drafted from here. */
export function RevocationPage({ viewer, view: { grant, open }, body }: RevocationProps) {
  const typed = (body ?? {}) as Readonly<Record<string, unknown>>;
  const before = open?.kind === 'revocation' ? open : null;
  const text = (name: string, proposed: string): string => textOr(typed[name], proposed);
  const article = before?.article ?? grant.document.changes.revocationArticle;
  return (
    <Form action={viewer.url(`staff/grants/${grant.id}/revocation`)} label="交付決定の取消し">
      <CheckAnswers
        answers={[
          { label: '団体', value: grant.organizationName },
          { label: '補助金', value: grant.programName },
          { label: 'いまの交付決定額', value: <Money yen={grant.amountInForce} strong /> },
        ]}
      />
      <Section title="取り消す内容">
        <Radios
          name="extent"
          label="取消しの範囲"
          required
          options={[
            { value: 'whole', label: '全部を取り消す', hint: '交付決定額は0円になります。' },
            { value: 'part', label: '一部を取り消す', hint: '残す額を下に入力します。' },
          ]}
          value={text('extent', before ? (before.whole ? 'whole' : 'part') : '')}
        />
        <YenField
          name="kept"
          label="残す交付決定額"
          hint="一部を取り消すときに入力します。"
          value={text('kept', before && !before.whole ? String(before.amount ?? '') : '')}
        />
        <TextField name="article" label="取消しの根拠（条）" required size="medium" value={text('article', article)} />
        <TextArea
          name="ground"
          label="取消しの理由"
          hint="通知書に書かれます。"
          required
          rows={4}
          most={400}
          value={text('ground', before?.reason ?? '')}
        />
        <Radios
          name="recipientAtFault"
          label="団体の責めに帰すべき事由"
          hint="「ある」とき、返還に加算金が付くことがあります。"
          required
          options={[
            { value: 'yes', label: 'ある' },
            { value: 'no', label: 'ない' },
          ]}
          value={text('recipientAtFault', before ? (before.recipientAtFault ? 'yes' : 'no') : '')}
        />
      </Section>
      <Section title="弁明の聴取">
        <DateField
          name="heardOn"
          label="聴取した日"
          required
          value={text('heardOn', before?.heardOn ? formatEra(before.heardOn) : '')}
        />
        <TextArea
          name="hearing"
          label="団体の弁明"
          hint="だれが、どのように述べたか。述べなかったときは、その経過を書きます。"
          required
          rows={5}
          most={1000}
          value={text('hearing', before?.hearing ?? '')}
        />
      </Section>
      <Section title="起案">
        <TextField
          name="title"
          label="件名"
          required
          value={text('title', `${grant.programName.replace(/\s+/g, '')}の交付決定の取消しについて`)}
        />
        <TextArea
          name="reason"
          label="起案の理由"
          required
          rows={3}
          value={text(
            'reason',
            `${grant.organizationName}への交付決定について、取消しの事由が認められるので、${article || grant.document.legalBasis.short}の規定により取り消してよろしいか伺います。`,
          )}
        />
        <DraftOptions sent={body} />
        <ButtonRow>
          <Button kind="danger">取消しを起案する</Button>
          <ButtonLink kind="quiet" href={viewer.url(`staff/grants/${grant.id}`)}>
            やめて戻る
          </ButtonLink>
        </ButtonRow>
      </Section>
    </Form>
  );
}
