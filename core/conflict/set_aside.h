#pragma once

#include "core/casework/case.h"
#include "core/conflict/course.h"

namespace core {

/// "set aside: withdrawn: Doctor came (Priya Nair, Wed 18 Nov 2026 17:05)": what a settlement did
/// not choose, who said it and when; empty where it set nothing aside. It was saved, and stays to
/// be read. INV-10
QString setAsideText(const Step& step, const std::vector<Event>& events);

/// What the giver noted of an acceptance by telephone is known also while the answer is disputed,
/// and when it was set aside: it changes nothing else. Nothing for any other event. HO-3.6c
void keepNote(Case& record, const Event& event);

/// Of handovers whose answer is settled: what the giver noted of an acceptance and what the
/// receiver recorded stays beside the answer that stands, and where that is none the settlement is
/// what cleared it up. HO-3.6c
void keepAnswers(
    Case& record, const Event& settlement, const Step& step, const std::vector<Event>& events);

}
