import { methodInWords, type AllocatedCase } from '../../grants/index.js';
import { formatYen, ZERO_YEN } from '../../kernel/yen.js';
import {
  Button,
  ButtonRow,
  DataTable,
  Form,
  Hidden,
  Money,
  Radios,
  Section,
  TextArea,
  TextField,
  YenField,
} from '../shared/index.js';
import { typedTexts } from '../shared/typed-records.js';
import { typedText } from '../shared/typed-text.js';
import type { AllocationProps } from './allocation-view.js';
import { DraftOptions } from './draft-options.js';
import { shownPart } from '../shared/pages-of-rows.js';

/** A field for each case of this page of the table: the amount by hand, or the place that staff give. */
export function EntryForm({ viewer, view: { trial, pool }, part, typed }: AllocationProps) {
  const { method, order, entries } = trial.plan;
  const isAmount = method === 'hand';
  if (!isAmount && !(method === 'rank' && order === 'hand')) return null;
  const what = isAmount ? '配分額' : '順位';
  const sent = typed?.form === 'entries' ? typedTexts(typed.body, 'entries') : {};
  const field = ({ id, organizationName }: AllocatedCase) => ({
    name: `entries[${id}]`,
    label: `${organizationName}の${what}`,
    labelHidden: true,
    value: sent[id] ?? entries[id] ?? '',
  });
  return (
    <Section title={`申請ごとに${what}を入力する`}>
      <p>
        {isAmount
          ? '空欄の申請は、査定額のとおりに配分します。交付しない申請には0を入力します。'
          : '1位から順に数字を入力します。空欄の申請には順位がなく、配分額は0円になります。同じ順位の申請は、そろって上限に収まるときだけ交付します。'}
      </p>
      <Form
        action={viewer.url(`staff/grants/allocations/${trial.id}/entries`, { from: String(part.from) })}
        once
        label={`申請ごとの${what}`}
      >
        <DataTable
          caption={`申請ごとの${what}の入力`}
          captionHidden
          cards
          empty="この試案に申請はありません。"
          rows={shownPart(trial.cases, part)}
          columns={[
            {
              label: '団体・件名',
              cell: ({ organizationName, title }) => (
                <>
                  {organizationName}
                  {title !== pool.document.name && <span class="line-note">{title}</span>}
                </>
              ),
            },
            { label: '査定額', align: 'end', tight: true, cell: ({ requested }) => <Money yen={requested} /> },
            { label: 'いまの配分額', align: 'end', tight: true, cell: ({ amount }) => <Money yen={amount} /> },
            {
              label: what,
              cell: (row) =>
                isAmount ? (
                  <YenField {...field(row)} />
                ) : (
                  <TextField {...field(row)} size="short" inputMode="numeric" suffix="位" />
                ),
            },
          ]}
        />
        <ButtonRow>
          <Button>入力した{what}で計算し直す</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

/** 起案 by this trial: what becomes of those below the cut, and the words of the draft. */
export function ChooseForm({ viewer, view: { trial, pool, outdated }, typed }: AllocationProps) {
  const sent = typed?.form === 'draft' ? typed.body : undefined;
  const usable = outdated.length === 0 && trial.left >= ZERO_YEN && trial.allocated > ZERO_YEN;
  if (!usable && sent === undefined) return null;
  const nothing = trial.cases.filter(({ amount }) => amount === ZERO_YEN).length;
  const name = pool.document.name.replace(/\s+/g, '');
  const proposed = {
    title: `${name}の交付決定について`,
    reason:
      `査定額の合計${formatYen(trial.asked)}を配分の上限${formatYen(trial.plan.ceiling)}に収めるため、` +
      `${trial.plan.article}に基づき、別表のとおり${methodInWords(trial.plan)}により配分し、` +
      `${pool.document.articles.decision}の規定により交付を決定してよろしいか伺います。`,
  };
  return (
    <Section title="この試案で起案する">
      <p>申請ごとの配分額が処分（交付・減額交付・不交付）になり、この表が別表として決裁の画面と決裁文書に載ります。</p>
      <Form action={viewer.url(`staff/grants/allocations/${trial.id}/draft`)} label="この試案で起案する">
        {nothing === 0 ? (
          <Hidden name="belowCut" value="leave" />
        ) : (
          <Radios
            name="belowCut"
            label={`配分額が0円の申請（${String(nothing)}件）`}
            required
            options={[
              {
                value: 'refuse',
                label: '不交付として一緒に起案する',
                hint: '配分の方法と根拠の条文が、不交付の理由になります。',
              },
              { value: 'leave', label: 'まだ起案しない', hint: '「起案する申請」に残ります。' },
            ]}
            value={typedText(sent, 'belowCut')}
          />
        )}
        <TextField
          name="title"
          label="件名"
          required
          value={sent === undefined ? proposed.title : typedText(sent, 'title')}
        />
        <TextArea
          name="reason"
          label="起案の理由"
          required
          rows={4}
          value={sent === undefined ? proposed.reason : typedText(sent, 'reason')}
        />
        <DraftOptions sent={sent} />
        <ButtonRow>
          <Button>この試案で起案する</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}
