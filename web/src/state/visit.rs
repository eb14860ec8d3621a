//! What links do to the page: they bring programs, which wait to be read before they run, and a moment; and what was
//! typed before is kept beside them.

use std::rc::Rc;

use scenario::link::{Broken, Link, Moment, Programs, OWN};
use scenario::Scenario;
use timeline::{Head, RowIx};

use super::lanes::{self, Lane, Phase, Typed};
use super::{Chosen, Page, SPEEDS};

/// What the page remembers of the link that it shows.
#[derive(Clone, PartialEq, Default)]
pub struct Visit {
    /// The link, until something is changed that it said.
    pub opened: Option<Rc<Link>>,
    /// The address of the page still says what it was opened with.
    pub address_holds: bool,
    /// The page is part of another one.
    pub embed: bool,
    /// The dialog for sharing is open.
    pub sharing: bool,
    /// What the person has to be told.
    pub notices: Vec<Notice>,
    /// The row that the link selects, until it is born.
    awaited: Option<Chosen>,
    /// The digest has been compared.
    checked: bool,
}

impl Visit {
    /// No link: the address says nothing, and that is true.
    pub(super) fn none() -> Visit {
        Visit { address_holds: true, ..Visit::default() }
    }
}

/// Something that the person has to be told.
#[derive(Clone, PartialEq, Debug)]
pub enum Notice {
    /// A link can't be opened.
    Broken(Rc<Broken>),
    /// The programs play differently here than where the link was made, by this version of Simul.
    Differs(Option<String>),
}

/// A link with what the person had typed into the scenario's programs before.
#[derive(Clone, PartialEq, Debug)]
pub struct Opening {
    /// The link.
    pub link: Link,
    /// What was typed, lane by lane.
    pub typed: Vec<Typed>,
}

/// What can happen about links.
#[derive(Clone, PartialEq, Debug)]
pub enum Linked {
    /// A link was opened.
    Open(Rc<Opening>),
    /// One could not be.
    Broken(Rc<Broken>),
    /// A notice was read.
    Dismiss(usize),
    /// The programs that a link brought may run.
    Release,
    /// The person wants an own text back, in this lane.
    BringBack(usize, String),
    /// The person needs an own text no longer.
    Forget(usize, String),
    /// The dialog for sharing is wanted, or no longer.
    Share(bool),
}

/// The scenario that a link describes itself.
pub fn own_scenario(link: &Link) -> Option<Scenario> {
    let Programs::Own { title, lesson, programs } = &link.programs else { return None };
    Some(Scenario {
        id: OWN.to_owned(),
        title: title.clone(),
        lesson: lesson.clone(),
        programs: programs.clone(),
        settings: link.settings.unwrap_or_default(),
    })
}

impl Page {
    /// Something about links has happened.
    pub(super) fn linked(&mut self, what: Linked) {
        match what {
            Linked::Open(opening) => self.open_link(&opening),
            Linked::Broken(broken) => {
                self.visit.notices = vec![Notice::Broken(broken)];
                self.visit.address_holds = true;
            }
            Linked::Dismiss(notice) if notice < self.visit.notices.len() => drop(self.visit.notices.remove(notice)),
            Linked::Dismiss(_) => {}
            Linked::Release => self.release(),
            Linked::BringBack(lane, text) => {
                self.lanes[lane].bring_back(text);
                self.run(lane);
            }
            Linked::Forget(lane, text) => self.lanes[lane].kept.retain(|kept| **kept != *text),
            Linked::Share(open) => self.visit.sharing = open,
        }
    }

    /// Shows what a link says, and runs what of it is the gallery's.
    fn open_link(&mut self, opening: &Opening) {
        let link = &opening.link;
        let Some(chosen) = self.place_of(link) else { return };
        self.choose(chosen, opening.typed.clone());
        self.settings = link.settings.unwrap_or(self.scenario().settings);
        self.lanes = lanes::brought(&self.gallery[chosen], |file| changed(link, file), opening.typed.clone());
        self.head = match &link.moment {
            Some(moment) => head(moment, self.lanes.len()),
            None => self.start(),
        };
        if let Some(speed) = link.speed {
            self.speed = nearest_speed(speed);
        }
        self.keep_to(link.kept_to.map(|lane| lane as usize));
        let awaited = link.selected.map(|row| Chosen { lane: row.lane as usize, row: RowIx(row.row as usize) });
        self.visit = Visit {
            awaited,
            opened: Some(Rc::new(link.clone())),
            address_holds: true,
            embed: link.view.embed,
            ..Visit::default()
        };
    }

    /// The place of a link's scenario among all; one that is its own is put behind the gallery's.
    fn place_of(&mut self, link: &Link) -> Option<usize> {
        if let Some(own) = own_scenario(link) {
            let gallery = Rc::make_mut(&mut self.gallery);
            gallery.truncate(self.of_the_gallery);
            gallery.push(own);
            return Some(self.of_the_gallery);
        }
        let Programs::Gallery { id, .. } = &link.programs else { return None };
        self.gallery[..self.of_the_gallery].iter().position(|scenario| scenario.id == *id)
    }

    /// True if a program of the link waits to be read.
    pub fn is_held(&self) -> bool {
        self.lanes.iter().any(|lane| lane.phase == Phase::Held)
    }

    /// Lets the programs run that a link brought.
    pub(super) fn release(&mut self) {
        if self.is_held() {
            self.lanes.iter_mut().filter(|lane| lane.phase == Phase::Held).for_each(Lane::restart);
            self.restart_computing();
        }
    }

    /// What is shown is no longer what the link says.
    pub(super) fn leave_link(&mut self) {
        self.visit.opened = None;
        self.visit.awaited = None;
        self.visit.address_holds = false;
        self.visit.notices.retain(|notice| matches!(notice, Notice::Broken(_)));
    }

    /// More has been computed: selects the link's row when it is there, and compares all with what the link's maker saw.
    pub(super) fn check_link(&mut self) {
        if self.visit.awaited.is_some() {
            self.choose_row(self.visit.awaited);
            self.visit.awaited = self.visit.awaited.filter(|_| self.chosen_row.is_none());
        }
        if self.visit.checked || self.is_computing() || self.is_held() {
            return;
        }
        self.visit.checked = true;
        let Some(link) = self.visit.opened.clone() else { return };
        let Some(moment) = &link.moment else { return };
        let known = self.digest(&head(moment, self.lanes.len()), moment);
        if moment.digest.is_some() && moment.digest != known {
            self.visit.notices.push(Notice::Differs(link.engine.clone()));
        }
        if self.head.moment() > self.end() {
            self.head = Head::at(self.end());
        }
    }

    /// The digest of the traces up to a head; `None` if a trace has not come as far as the moment says.
    fn digest(&self, head: &Head, moment: &Moment) -> Option<u32> {
        let events = self.with_models(|models| head.events(models));
        let reached = moment.cuts.iter().zip(&events).all(|(cut, events)| cut.events == *events as u64);
        reached.then(|| self.digest_at(&events)).flatten()
    }

    /// The digest of the traces up to so many events of each lane.
    pub fn digest_at(&self, events: &[usize]) -> Option<u32> {
        let lanes: Option<Vec<[u8; 4]>> = self
            .with_models(|models| {
                models.iter().zip(events).map(|(model, events)| model.digest(*events)).collect::<Option<Vec<u32>>>()
            })
            .map(|digests| digests.into_iter().map(u32::to_le_bytes).collect());
        lanes.map(|lanes| abi::trace::codec::digest(lanes.as_flattened()) as u32)
    }
}

/// The text and the Python of a program that the link has changed.
fn changed<'a>(link: &'a Link, file: &str) -> Option<&'a scenario::link::Changed> {
    match &link.programs {
        Programs::Gallery { changed, .. } => changed.iter().find(|changed| changed.file == file),
        Programs::Own { .. } => None,
    }
}

/// The play head of a link's moment. Cuts that are not those of these lanes are as good as none.
fn head(moment: &Moment, lanes: usize) -> Head {
    match moment.cuts.len() == lanes {
        true => {
            let events = moment.cuts.iter().map(|cut| usize::try_from(cut.events).unwrap_or(usize::MAX));
            Head::of(moment.at, events.collect())
        }
        false => Head::at(moment.at),
    }
}

/// The place of the speed that is nearest to one in nanoseconds a second.
fn nearest_speed(speed: u64) -> usize {
    let distance = |place: &usize| SPEEDS[*place].abs_diff(speed);
    (0..SPEEDS.len()).min_by_key(distance).unwrap_or_default()
}
