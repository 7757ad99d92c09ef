import { Card, CardGrid, VisuallyHidden, type Viewer } from '../../shared/index.js';
import { inTownWords } from '../../shared/head-words.js';
import { PUBLIC_FACE_CARDS } from './cards.js';

/** How many of a card's things stand where, e.g. 公開中 26件. */
export type Standing = ReadonlyMap<string, readonly string[]>;

interface HubProps {
  readonly viewer: Viewer;
  /** By the path of the card. */
  readonly standing: Standing;
}

/** 公開ページ: what the town tells residents, what of it is out and what waits, and the pages that they see. */
export const HubPage = ({ viewer, standing }: HubProps) => (
  <CardGrid>
    {PUBLIC_FACE_CARDS.map((card) => ({ ...card, title: inTownWords(card.title, viewer.town) })).map(
      ({ title, text, path, publicPath }) => (
        <Card title={title} level={2} key={path}>
          <p>{text}</p>
          {(standing.get(path) ?? []).map((line) => (
            <p class="hint" key={line}>
              {line}
            </p>
          ))}
          <ul class="plain-list">
            <li>
              <a href={viewer.url(path)}>{title}を開く</a>
            </li>
            <li>
              <a href={viewer.url(publicPath)}>
                住民が見るページ<VisuallyHidden>：{title}</VisuallyHidden>
              </a>
            </li>
          </ul>
        </Card>
      ),
    )}
  </CardGrid>
);
