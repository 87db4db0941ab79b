import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useMessages } from '../../../i18n';
import { ExternalLinkButton } from '../../../ui/LinkButton';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { allBadgesQuery, portfolioQuery } from '../queries';
import { PortfolioForm } from './PortfolioForm';

export const portfolioRoute = createLazyRoute('/portfolio')({ component: PortfolioScreen });

function PortfolioScreen() {
  const { arrange, title } = useMessages('badges');
  const portfolio = useQuery(portfolioQuery);
  const badges = useQuery(allBadgesQuery);
  const page = portfolio.data?.data;
  return (
    <Page
      title={arrange.title}
      crumbs={[{ label: title, to: '/badges' }]}
      lead={arrange.lead}
      actions={page?.published && page.url && <ExternalLinkButton href={page.url}>{arrange.publicPage}</ExternalLinkButton>}
      width="text"
    >
      <Loaded query={portfolio}>
        {(answer) => (
          <Loaded query={badges}>{(all) => <PortfolioForm key={answer.data.version} answer={answer} badges={all} />}</Loaded>
        )}
      </Loaded>
    </Page>
  );
}
