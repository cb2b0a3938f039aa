"""Fuzzes a definition as the command does, by steps in the place of seconds: the same on every machine."""

from tests.headless.fuzz.apps import seeding
from tooljet_jupyter.headless.app import HeadlessApp
from tooljet_jupyter.headless.fuzz.budget import Budget
from tooljet_jupyter.headless.fuzz.campaign import Campaign
from tooljet_jupyter.headless.start import Start
from tooljet_jupyter.notebook.loadable import loadable

# Enough for every app here; on an idle core about two seconds.
STEPS = 700
TIMEOUT_SECONDS = 4.0


def fuzz(definition, *, steps=STEPS, shorten=False, seed=0, until=None):
    """Return the campaign and its report; it ends before its time when all of `until` was found."""
    found = loadable(definition, version=None, workspace=None, environment=None, queries="stubbed")

    def opener(*, device, page):
        start = Start(found.viewer, "App", page=page, device=device)
        return HeadlessApp(start, queries="stubbed", timeout_seconds=TIMEOUT_SECONDS)

    def progress(campaign):
        if until and all(any(key in campaign.found for key in names) for names in until):
            campaign.budget.stop()

    budget = Budget(steps=steps)
    campaign = Campaign(opener, found.stored, budget=budget, seed=seed, shorten=shorten, progress=progress)
    return campaign, campaign.run()


def keys(report):
    """Return kind and place of everything that was found."""
    return {found.finding.key for found in report.found}


def missed(name):
    """Return the names of the seeded bugs of an app that were not found."""
    bugs = seeding.bugs(name)
    _, report = fuzz(seeding.seeded(name), until=[wanted(bug) for bug in bugs])
    found = keys(report)
    return [bug["name"] for bug in bugs if not found & wanted(bug)]


def wanted(bug):
    """Return what a finding of a bug can be called."""
    return {(kind, bug["found"]["place"]) for kind in bug["found"]["kinds"]}
