import { lazy } from "react";
import { Route, Switch } from "wouter";

import { Button } from "#app/components/Button.tsx";
import { Empty } from "#app/components/Empty.tsx";
import { idFrom } from "#app/words/ids.ts";

const MapPage = lazy(async () => ({ default: (await import("#app/pages/MapPage.tsx")).MapPage }));
const CirclePage = lazy(async () => ({
  default: (await import("#app/pages/CirclePage.tsx")).CirclePage,
}));
const RolePage = lazy(async () => ({
  default: (await import("#app/pages/RolePage.tsx")).RolePage,
}));
const ProposalsPage = lazy(async () => ({
  default: (await import("#app/pages/ProposalsPage.tsx")).ProposalsPage,
}));
const ProposalPage = lazy(async () => ({
  default: (await import("#app/pages/ProposalPage.tsx")).ProposalPage,
}));
const ElectionPage = lazy(async () => ({
  default: (await import("#app/pages/ElectionPage.tsx")).ElectionPage,
}));
const MeetingPage = lazy(async () => ({
  default: (await import("#app/pages/MeetingPage.tsx")).MeetingPage,
}));
const RelayPage = lazy(async () => ({
  default: (await import("#app/pages/RelayPage.tsx")).RelayPage,
}));
const PeoplePage = lazy(async () => ({
  default: (await import("#app/pages/PeoplePage.tsx")).PeoplePage,
}));
const ComposePage = lazy(async () => ({
  default: (await import("#app/pages/ComposePage.tsx")).ComposePage,
}));
const TreasuryPage = lazy(async () => ({
  default: (await import("#app/pages/TreasuryPage.tsx")).TreasuryPage,
}));
const AnnouncePage = lazy(async () => ({
  default: (await import("#app/pages/AnnouncePage.tsx")).AnnouncePage,
}));

const HistoryPage = lazy(async () => ({
  default: (await import("#app/pages/HistoryPage.tsx")).HistoryPage,
}));
const WaitingPage = lazy(async () => ({
  default: (await import("#app/pages/WaitingPage.tsx")).WaitingPage,
}));

/** Which page an address shows. */
export function Pages() {
  return (
    <Switch>
      <Route path="/">
        <MapPage />
      </Route>
      <Route path="/circle/:id">
        {({ id }) => withId(id, (circle) => <CirclePage id={circle} />)}
      </Route>
      <Route path="/role/:id">{({ id }) => withId(id, (role) => <RolePage id={role} />)}</Route>
      <Route path="/proposals">
        <ProposalsPage />
      </Route>
      <Route path="/proposal/:id">
        {({ id }) => withId(id, (proposal) => <ProposalPage id={proposal} />)}
      </Route>
      <Route path="/circle/:id/propose">
        {({ id }) => withId(id, (circle) => <ComposePage circle={circle} />)}
      </Route>
      <Route path="/proposal/:id/amend">
        {({ id }) => withId(id, (proposal) => <ComposePage proposal={proposal} />)}
      </Route>
      <Route path="/election/:id">
        {({ id }) => withId(id, (election) => <ElectionPage id={election} />)}
      </Route>
      <Route path="/meeting/:id">
        {({ id }) => withId(id, (meeting) => <MeetingPage id={meeting} />)}
      </Route>
      <Route path="/people">
        <PeoplePage />
      </Route>
      <Route path="/relay">
        <RelayPage />
      </Route>
      <Route path="/treasury">
        <TreasuryPage />
      </Route>
      <Route path="/treasury/announce">
        <AnnouncePage />
      </Route>
      <Route path="/history">
        <HistoryPage />
      </Route>
      <Route path="/waiting">
        <WaitingPage />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}

function withId(text: string, page: (id: bigint) => React.ReactNode) {
  const id = idFrom(text);
  return id === undefined ? <NotFound /> : page(id);
}

function NotFound() {
  return (
    <Empty
      glyph="unfilled"
      title="There is no such page"
      act={
        <Button small href="/">
          Go to the map
        </Button>
      }
    >
      The address may be cut off, or of another version.
    </Empty>
  );
}
