import type { BatchPage as BatchView } from '../../payments/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { formatEra } from '../../kernel/local-date.js';
import { formatYen, groupDigits } from '../../kernel/yen.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Columns,
  DataTable,
  DateField,
  Day,
  Figure,
  FigureRow,
  Form,
  Hidden,
  Money,
  Moment,
  Notice,
  Section,
  StatusTag,
  VisuallyHidden,
  type Column,
  type Viewer,
} from '../shared/index.js';
import { Pages, type PartOfRows } from '../shared/pages-of-rows.js';
import { orderNumber, PayeeLines } from '../shared/payment-words.js';
import { BatchSheetSection, isConfirmedByAnother } from './batch-sheet.js';
import { StillInFile, Unexecuted, type TypedUnexecuted } from './batch-unexecuted.js';
import { failurePath } from './failures.page.js';
import { HoldNote } from './held-payee.js';
import { BATCH_STATE } from './batch-words.js';

interface BatchPageProps {
  readonly viewer: Viewer;
  readonly view: BatchView;
  readonly typedPaidOn: string | undefined;
  readonly typedUnexecuted: TypedUnexecuted | undefined;
  readonly part: PartOfRows;
}

/** One batch: what it states beside what its orders prove, its lines, and the next step. */
export function BatchPage(props: BatchPageProps) {
  const { view } = props;
  const { batch, proved } = view;
  const agrees = batch.count === proved.count && batch.total === proved.total;
  return (
    <>
      <p>
        <StatusTag tone={BATCH_STATE[batch.state].tone}>{BATCH_STATE[batch.state].label}</StatusTag>
      </p>
      {view.holds.size > 0 && (
        <Notice
          tone="warning"
          title={`支払を止める債権者が${groupDigits(view.holds.size)}件あり、このままでは承認できません`}
        >
          <p>
            下の一覧で、止まっている支出命令を束から外してください。外した支出命令は、口座の確認が済めば別の束で支払えます。支出命令の後に口座が変わったものは、外した後に返付します。
          </p>
        </Notice>
      )}
      <FigureRow>
        <Figure label="束の件数・合計" note={`${groupDigits(batch.count)}件`}>
          <Money yen={batch.total} />
        </Figure>
        <Figure
          label="支出命令の件数・合計"
          note={`${groupDigits(proved.count)}件　${agrees ? '束と一致' : '束と不一致'}`}
        >
          <Money yen={proved.total} />
        </Figure>
        <Figure
          label="振込日"
          note={`銀行への送付は${formatEra(view.cutOff)}${view.cutOffTime ? `の${view.cutOffTime}` : ''}まで`}
        >
          <Day date={batch.paymentDate} />
        </Figure>
      </FigureRow>
      <Columns
        asideLabel="束の処理"
        main={
          <>
            {view.held.length > 0 && view.orders.length < proved.count && (
              <Section title={`支払を止める債権者（${groupDigits(view.holds.size)}件）`}>
                <BatchLines {...props} caption="支払を止める債権者" orders={view.held} />
              </Section>
            )}
            <Section title={`支出命令（${groupDigits(proved.count)}件）`}>
              <BatchLines {...props} caption="束の支出命令" orders={view.orders} />
              <Pages {...props} path={`treasury/batches/${batch.id}`} total={proved.count} />
            </Section>
          </>
        }
        aside={<NextStep {...props} />}
      />
    </>
  );
}

interface BatchLinesProps extends BatchPageProps {
  readonly caption: string;
  readonly orders: BatchView['orders'];
}

function BatchLines({ viewer, caption, orders, view: { batch, proved, holds, failed } }: BatchLinesProps) {
  const isWhole = orders.length === proved.count;
  const removable = batch.state === 'collected' && mayWork(viewer);
  const removal: Column<BatchView['orders'][number]>[] = removable
    ? [
        {
          label: '束から外す',
          cell: (order) => (
            <Form action={viewer.url(`treasury/batches/${batch.id}/removal`)}>
              <Hidden name="orderId" value={order.id} />
              <Button kind="secondary" small>
                外す<VisuallyHidden>：{orderNumber(order)}</VisuallyHidden>
              </Button>
            </Form>
          ),
        },
      ]
    : [];
  return (
    <DataTable
      caption={caption}
      captionHidden
      cards
      empty="この束は解かれています。支出命令は支払の手続を待つ状態に戻りました。"
      rows={orders}
      columns={[
        {
          label: '番号',
          tight: true,
          cell: (order) => <a href={viewer.url(`treasury/orders/${order.id}`)}>{orderNumber(order)}</a>,
        },
        {
          label: '債権者',
          cell: (order) => (
            <>
              {order.organizationName}
              {failed.has(order.id) && (
                <p class="row-remark">
                  <StatusTag tone="danger">{batch.state === 'paid' ? '振込不能' : '銀行が実行せず'}</StatusTag>{' '}
                  <a href={viewer.url(failurePath(order.id))}>処理を見る</a>
                </p>
              )}
              <HoldNote order={order} code={holds.get(order.id)} />
            </>
          ),
        },
        { label: '振込先', cell: (order) => <PayeeLines payee={order.payee} /> },
        { label: '金額', align: 'end', cell: (order) => <Money yen={order.amount} /> },
        ...removal,
      ]}
      {...(isWhole && {
        totals: [
          ...[`合計 ${groupDigits(proved.count)}件`, '', '', <Money yen={proved.total} strong />],
          ...removal.map(() => ''),
        ],
      })}
    />
  );
}

const mayWork = ({ actor }: Viewer): boolean => hasDuty(actor, 'treasury-check') || hasDuty(actor, 'treasury-decide');

function NextStep({ viewer, view, typedPaidOn, typedUnexecuted }: BatchPageProps) {
  const { batch } = view;
  const path = `treasury/batches/${batch.id}`;
  if (batch.state === 'dissolved') return <Notice tone="neutral" title="この束は解かれています" />;
  if (batch.state === 'collected') return <Release viewer={viewer} view={view} />;
  return (
    <>
      <Section title="振込データ">
        <p class="file-name">{batch.file?.name}</p>
        <StillInFile view={view} />
        {mayWork(viewer) && batch.state !== 'unexecuted' && (
          <ButtonRow>
            <ButtonLink href={viewer.url(`${path}/file`)} download>
              ダウンロードする
            </ButtonLink>
          </ButtonRow>
        )}
        <p class="hint">
          作成：
          <Moment at={batch.file?.releasedAt ?? null} />
          {batch.state !== 'unexecuted' && (
            <>
              <br />
              何度ダウンロードしても同じファイルです。
            </>
          )}
        </p>
      </Section>
      <BatchSheetSection viewer={viewer} view={view} />
      {batch.state === 'released' && mayWork(viewer) && (
        <Section title="銀行の支払済通知">
          {view.failed.size > 0 && <p>銀行が実行しなかった支払を除いて、支払済になります。</p>}
          <Form action={viewer.url(`${path}/payment`)}>
            <DateField name="paidOn" label="支払済の日" required value={typedPaidOn ?? formatEra(batch.paymentDate)} />
            <ButtonRow>
              <Button>支払済として記録する</Button>
            </ButtonRow>
          </Form>
          <Unexecuted viewer={viewer} view={view} typed={typedUnexecuted} />
        </Section>
      )}
      {batch.state === 'unexecuted' && (
        <Notice tone="warning" title="銀行が実行しなかった束です">
          <p>
            この振込データは、もう銀行に送らないでください。支出命令は、一覧の「処理を見る」から、もう一度支払うか、返付します。
          </p>
        </Notice>
      )}
      {batch.state === 'paid' && (
        <Notice tone="success" title="支払済みです">
          <p>
            支払済の日：
            <Day date={batch.paidOn} />
          </p>
          <p>振込不能・組戻の知らせが届いたら、支出命令の番号を開いて記録します。</p>
        </Notice>
      )}
    </>
  );
}

function Release({ viewer, view }: Pick<BatchPageProps, 'viewer' | 'view'>) {
  const { batch } = view;
  const path = `treasury/batches/${batch.id}`;
  const { actor } = viewer;
  const staffId = actor.kind === 'staff' ? actor.staffId : '';
  const isConfirmed = isConfirmedByAnother(view, staffId);
  const mayRelease = hasDuty(actor, 'treasury-decide') && staffId !== batch.collectedBy;
  return (
    <>
      <BatchSheetSection viewer={viewer} view={view} />
      {mayRelease && isConfirmed ? (
        <Section title="振込データの承認">
          <p>
            {groupDigits(batch.count)}件、合計{formatYen(batch.total)}
            の振込データを作ります。口座と合計をもう一度確かめ、違いがあれば作りません。承認すると、送付書を確認した2人目として記録されます。
          </p>
          <Form action={viewer.url(`${path}/release`)}>
            <ButtonRow>
              <Button>承認して振込データを作る</Button>
            </ButtonRow>
          </Form>
        </Section>
      ) : (
        <Section title="振込データの承認">
          <Notice
            tone="info"
            title={mayRelease ? '送付書の確認を待っています' : `${viewer.town.treasurerTitle}の承認を待っています`}
          >
            <p>
              まず会計職員が送付書を確認し、そのあと、確認した人とも束を集めた人とも別の{viewer.town.treasurerTitle}
              が承認すると、振込データができます。
            </p>
          </Notice>
        </Section>
      )}
      {mayWork(viewer) && (
        <Section title="束を解く">
          <p>振込日を変えるときは、束を解いて集め直します。</p>
          <Form action={viewer.url(`${path}/dissolution`)}>
            <ButtonRow>
              <Button kind="secondary">束を解く</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
    </>
  );
}
