#include "ui/alarm/alarm_book.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

void sortIn(AlarmBook::Told& told, const core::Deadline& clock, core::Alarm level)
{
    if (level == core::Alarm::Expired)
        told.expired.push_back(clock);
    else if (level == core::Alarm::Pressing)
        told.pressing.push_back(clock);
    else if (level == core::Alarm::Warned)
        told.warned.push_back(clock);
}

}

void AlarmBook::listen(const QString& login, std::chrono::milliseconds repeatAfter)
{
    m_listener = login;
    m_repeatAfter = repeatAfter;
}

void AlarmBook::acknowledge()
{
    for (auto& [key, sound] : m_sounds)
        sound.heardBy.insert(m_listener);
}

// A warning sounds once; what presses or has expired sounds until somebody says they heard it.
bool AlarmBook::sounds(const QString& key, core::Alarm level, core::Instant now)
{
    Sound& sound = m_sounds[key];
    const bool risen = level > sound.level;
    const bool again = level > core::Alarm::Warned && !sound.heardBy.contains(m_listener)
        && now - sound.at >= m_repeatAfter;
    if (risen)
        sound.heardBy.clear();
    sound.level = level;
    if (risen || again)
        sound.at = now;
    return risen || again;
}

// One whose snooze is over rises and sounds anew.
bool AlarmBook::isSnoozed(const QString& key, core::Instant now)
{
    const auto snoozed = m_snoozed.find(key);
    if (snoozed == m_snoozed.end())
        return false;
    if (now < snoozed->second.until)
        return true;
    m_snoozed.erase(snoozed);
    m_level.erase(key);
    m_sounds.erase(key);
    return false;
}

AlarmBook::Told AlarmBook::look(const std::vector<core::Deadline>& clocks, core::Instant now)
{
    Told told;
    std::map<QString, core::Alarm> levels;
    for (const core::Deadline& clock : clocks) {
        const QString key = clock.part.text();
        const core::Alarm level = alarmAt(clock, now);
        if (level == core::Alarm::Silent)
            continue;
        levels[key] = level;
        if (isSnoozed(key, now)) {
            ++told.snoozed;
            continue;
        }
        sortIn(told, clock, level);
        if (sounds(key, level, now))
            told.sounding = std::max(told.sounding, level);
        const auto before = m_level.find(key);
        if (level > (before == m_level.end() ? core::Alarm::Calm : before->second))
            told.risen = std::max(told.risen, level);
    }
    std::erase_if(m_sounds, [&](const auto& each) { return !levels.contains(each.first); });
    m_level = std::move(levels);
    return told;
}

bool AlarmBook::snooze(const core::Deadline& clock, const Snooze& wanted, core::Instant now)
{
    const core::Instant until = std::min(wanted.until, clock.due);
    if (until <= now)
        return false;
    m_snoozed[clock.part.text()] = {until, wanted.reason};
    return true;
}

QJsonObject AlarmBook::toJson() const
{
    QJsonObject json;
    for (const auto& [key, snooze] : m_snoozed)
        json.insert(key,
            QJsonObject{{u"until"_s, core::toMillis(snooze.until)}, {u"reason"_s, snooze.reason}});
    return json;
}

void AlarmBook::read(const QJsonObject& json)
{
    for (auto each = json.begin(); each != json.end(); ++each) {
        const QJsonObject snooze = each.value().toObject();
        m_snoozed[each.key()] = {core::fromMillis(snooze.value(u"until"_s).toInteger()),
            snooze.value(u"reason"_s).toString()};
    }
}

}
