#pragma once

#include "ui/desk/desk_service.h"

namespace ui {

/// A fresh store beside one that is too damaged to be opened at all.
struct FreshStore {
    /// What cannot be read in the damaged one and is asked for.
    struct Asked {
        bool profile = false;
        bool service = false;
        bool desk = false;

        bool any() const { return profile || service || desk; }
    };
    struct Given {
        QString profile; ///< key of a shipped one, or a file
        QString service; ///< its key
        QString desk; ///< the desk's name
    };
    struct Choice {
        QString key;
        QString name;
    };

    static Asked askedFor(const QString& damaged);
    /// Keys of the profiles that come with the program.
    static QStringList profiles();
    /// Services of a profile; none when it cannot be read.
    static std::vector<Choice> services(const QString& profile);
    /// Throws std::runtime_error with what is missing or failed.
    static DeskService::Fresh start(const QString& damaged, const Given& given);
    /// Whether an error of opening a store means that going on in a fresh one helps.
    static bool helpsAfter(const std::exception& error);
};

}
