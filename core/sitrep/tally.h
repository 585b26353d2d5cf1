#pragma once

#include "core/sitrep/figures.h"

namespace core {

/// Counts one figure: what is behind it, its shares and its longest wait.
class Tally {
public:
    /// Counts one, with the record behind it.
    Tally& add(const FigureRef& ref);
    /// Puts what was added last into a share as well.
    Tally& under(const QString& axis, const QString& label);
    /// What was added last has waited so long.
    Tally& waited(std::chrono::milliseconds length);

    Figure done() { return std::move(m_figure); }

private:
    Figure m_figure;
    FigureRef m_last;
};

FigureRef refOf(const Case& record);
FigureRef refOf(const Contact& contact);
FigureRef refOf(const Duty& duty);
FigureRef refOf(const Shift& shift);
FigureRef refOf(const Escalation& escalation);
FigureRef refOf(const Visit& visit);
FigureRef refOf(const SitrepScope& scope, const ScopedWindow& window);

/// "adult_safeguarding" → "adult safeguarding"; empty → "not yet known".
QString spoken(const QString& key);
/// The same for what may have been typed freely: anything but a key reads "other", so that no name
/// gets into a SITREP.
QString spokenKey(const QString& key);

QString councilName(const SitrepScope& scope, const QString& key);
QString serviceLabel(const SitrepScope& scope, const QString& key);

/// Whether the case is mental-health work, which the AMHP SITREP counts by stage.
bool isMhaa(const Case& record);

}
