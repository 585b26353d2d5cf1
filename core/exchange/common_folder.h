#pragma once

#include "core/journal/event.h"

#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace core {

// The folder through which the desks of one service exchange by themselves. Only bundles and
// presence notes lie in it. Each desk has one bundle there and writes a new one under a new name
// when what it has or whom it trusts is no longer what its last one says; others are never touched.

inline constexpr const char16_t* bundleSuffix = u".dutybundle";
inline constexpr const char16_t* presenceSuffix = u".dutyhere";
inline constexpr const char16_t* introductionSuffix = u".dutyintro";

/// A file as a folder lists it.
struct FolderFile {
    QString name;
    qint64 size = 0;
    qint64 modified = 0; ///< milliseconds; changes when the file does

    bool operator==(const FolderFile&) const = default;
};

/// The name of a desk's bundle in the folder. `state` stands for what its desk has.
struct FolderBundle {
    DeskId desk;
    QString state; ///< hexadecimal, 16 digits

    bool operator==(const FolderBundle&) const = default;
};
QString fileName(const FolderBundle& bundle);
/// Nothing for a file that has another kind of name.
std::optional<FolderBundle> folderBundle(const QString& fileName);

/// What was read there: each file as it was, and why it could not be read.
struct FolderMemory {
    struct Read {
        FolderFile file;
        QString problem; ///< empty: it was read
        int looks = 0; ///< how often it has been seen unchanged since it could not be read
    };
    std::map<QString, Read> read; ///< by name
    QString believed; ///< stands for whom this desk believed when it last looked

    /// What could not be read is read anew once somebody else is believed.
    void believe(const QString& whom);
    void note(const FolderFile& file, const QString& problem);
    /// A new look: forgets what is no longer there.
    void keepOnly(const std::vector<FolderFile>& files);
    /// "half.dutybundle: it is cut short …", by name.
    QStringList problems() const;
    /// Those that stood unchanged at a later look: what is still being copied there is no problem.
    QStringList lastingProblems() const;
};

/// The bundles to read: not our own, and not as they were when last read. A broken one is read once
/// more at the next look, since a copy may have its size and time before its bytes; then it waits
/// until it changes.
std::vector<FolderFile> bundlesToRead(
    const DeskId& self, const std::vector<FolderFile>& files, const FolderMemory& memory);

/// Whether our bundle has to be written: none there says what we have now.
bool mustWrite(const FolderBundle& own, const std::vector<FolderFile>& files);

/// Our bundles that `current` replaces, and what an interrupted writing of ours left. Empty while
/// `current` is not there.
QStringList filesToRemove(const FolderBundle& current, const std::vector<FolderFile>& files);

/// When to look, in seconds: soon after something was written here or changed there, otherwise
/// three times a minute. Counts ticks, so that it needs no clock.
class FolderPace {
public:
    static constexpr int usual = 20;
    static constexpr int soon = 2;

    /// Something was written here, or the folder says that it changed.
    void stir();
    /// A second has gone by; whether it is time to look.
    bool tick();

private:
    int m_left = 1;
};

}
