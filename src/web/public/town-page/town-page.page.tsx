import { formatDeadline } from '../../../kernel/deadline.js';
import { formatEra } from '../../../kernel/local-date.js';
import type { Municipality } from '../../../municipalities/index.js';
import type { Bulletin, TownWords } from '../../../records/index.js';
import { ButtonLink, Card, CardGrid, EmptyState, homeUrl, Section, type Viewer } from '../../shared/index.js';
import { PlainText } from '../../shared/text-blocks.js';
import { BulletinLinks } from '../bulletins/bulletins.page.js';
import { inTownWords } from '../../shared/head-words.js';
import { TOWN_PAGE_CARDS } from './cards.js';
import { ContactSection } from './contact.js';
import type { OpenOffer } from './open-now.js';

interface TownPageProps {
  readonly viewer: Viewer;
  readonly words: TownWords;
  readonly offers: readonly OpenOffer[];
  /** The newest. */
  readonly bulletins: readonly Bulletin[];
}

/** The face of a town: what is open now, where to look things up, what 協働 is, whom to ask. */
export function TownPage({ viewer, words, offers, bulletins }: TownPageProps) {
  return (
    <>
      {bulletins.length > 0 && (
        <Section title="お知らせ">
          <BulletinLinks viewer={viewer} bulletins={bulletins} />
          <p>
            <a href={viewer.url('bulletins')}>お知らせの一覧</a>
          </p>
        </Section>
      )}
      <Section title="いま受け付けているもの">
        <Offers offers={offers} />
        <PlainText text={words.applying} />
      </Section>
      <Section title="調べる・参加する">
        <CardGrid>
          {TOWN_PAGE_CARDS.map(({ title, text, path, link }) => (
            <Card title={inTownWords(title, viewer.town)} key={path}>
              <p>{inTownWords(text, viewer.town)}</p>
              <p>
                <a href={viewer.url(path)}>{link}</a>
              </p>
            </Card>
          ))}
          <OrganizationCard viewer={viewer} />
        </CardGrid>
      </Section>
      <Section title="協働とは">
        <PlainText text={words.summary} />
        <p>
          <a href={viewer.url('about')}>協働について、くわしく読む</a>
        </p>
      </Section>
      <Path town={viewer.town} />
      <ContactSection viewer={viewer} />
    </>
  );
}

function Offers({ offers }: { offers: readonly OpenOffer[] }) {
  if (offers.length === 0) {
    return (
      <EmptyState title="いま受け付けているものはありません。">
        <p>受付が始まると、ここに締切と申し込みかたが載ります。</p>
      </EmptyState>
    );
  }
  return (
    <ul class="offers">
      {offers.map(({ kind, title, text, opens, closes, links }) => (
        <li key={`${kind}${title}`}>
          <h3>
            <span class="offer-kind">{kind}</span> {title}
          </h3>
          {text && <p>{text}</p>}
          <p>
            受付期間：{formatEra(opens)}から<strong>{formatDeadline(closes)}まで</strong>
          </p>
          <ul class="plain-list">
            {links.map(({ label, href }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

const OrganizationCard = ({ viewer }: { viewer: Viewer }) => (
  <Card title="まちづくり組織の方">
    <p>団体の登録、申請、通知書の受け取り、請求ができます。</p>
    {viewer.signedIn ? (
      <ButtonLink href={homeUrl(viewer)}>窓口へ進む</ButtonLink>
    ) : (
      <>
        <p>
          <ButtonLink href={viewer.url('sign-in')}>ログイン</ButtonLink>
        </p>
        <p>
          <a href={viewer.url('invitation')}>招待の紙をお持ちの方</a>
        </p>
      </>
    )}
  </Card>
);

const Path = ({ town }: { town: Municipality }) => (
  <Section title="補助金の申請から公表まで">
    <ol class="path">
      <li>団体を登録し、今年度の計画と収支予算書を書いて申請します。</li>
      <li>{town.hallName}が審査し、決裁を経て、交付を決めます。</li>
      <li>
        交付決定通知書が届きます。請求書を確かめると、登録した口座に振り込まれます。事業が終わってから支払う補助金では、実績報告を出し、額が決まってから支払われます。
      </li>
      <li>交付の内容が、校区ごとに公表されます。</li>
    </ol>
  </Section>
);
