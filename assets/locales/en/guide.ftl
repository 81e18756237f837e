guide-steps = Steps
guide-done = done:
guide-step-rooms = Rooms and beds
guide-step-account = Your account
guide-step-paper = Recovery key
guide-step-back = Check the key
guide-title-rooms = Rooms and beds
guide-title-account = Your account
guide-title-paper = A key on paper
guide-title-back = Type the key back
guide-on-rooms = Continue to your account
guide-on-account = Continue to the recovery key
guide-on-paper = It is on paper: continue
guide-make = Make the centre
guide-making = Making the centre…

guide-rooms-lead = This is a layout to begin with. Choose a room to change it, or go on as it is.
guide-plan = Plan of the building
guide-corridor = Corridor
guide-room = Room { $room }, { $use }
guide-room-beds = { $beds ->
        [one] { $beds } bed
       *[other] { $beds } beds
    }
guide-step-free = step-free
guide-sum = { $rooms ->
        [one] { $rooms } room
       *[other] { $rooms } rooms
    }, { $beds ->
        [one] { $beds } bed
       *[other] { $beds } beds
    }{ $cots ->
        [0] { "" }
        [one] {" "}({ $cots } cot)
       *[other] {" "}({ $cots } cots)
    }, { $places ->
        [one] { $places } place
       *[other] { $places } places
    }
guide-places = Places in the licence
guide-places-hint = Each person takes one place, infants too.
guide-places-wrong = Type the number of places, from 1 to 999.
guide-room-add = Add a room
guide-full = There is no space left on the plan. Make a room narrower first.
guide-number = Number
guide-number-wrong = Type a number.
guide-number-twice = Another room has this number.
guide-use = For whom
guide-beds = Beds
guide-bed-kind = Kind of bed { $bed }
guide-bed-remove = Remove bed { $bed }
guide-bed-add = Add a bed
guide-place = Place on the plan
guide-left = Left
guide-right = Right
guide-across = Across the corridor
guide-wider = Wider
guide-narrower = Narrower
guide-room-remove = Remove room { $room }

guide-account-lead = You are the manager: you decide the hard cases and give accounts to others. The passphrase opens the file; it is stored nowhere.
guide-name = Short name
guide-name-hint = Initials are enough. Others see who recorded what.
guide-name-missing = Type a short name, such as your initials.
passphrase-again = The same again
passphrase-hint = At least { $least } characters: several words that do not belong together are easy to remember and hard to guess.
passphrase-short = { $missing ->
        [one] { $missing } character is missing.
       *[other] { $missing } characters are missing.
    }
passphrase-differs = The two are not the same.
passphrase-show = Show what I type

guide-paper-lead = If every passphrase is forgotten, this key alone opens the file. It is shown once, and kept nowhere on this computer.
guide-paper-keep = Print it or write it down, and lock the paper away from the computer, in a safe or a sealed envelope. Whoever has both paper and computer can read everything.
guide-sheet-title = Recovery key
guide-sheet-use = This key opens one file if every passphrase is lost. Keep it under lock and key, apart from the computer. Show it to nobody. Capital and small letters are the same, and spaces do not matter.
guide-sheet-zero = In the key, 0 is always the digit: there is no letter O.
guide-sheet-date = Made on { $date }
guide-key = Recovery key
guide-print = Print
guide-print-or-write = Or write it by hand, group by group.
guide-back-lead = Type the key from the paper, so that it is sure to work on the day it is needed. Spaces and capitals do not matter.
guide-back-hint = All groups, one after the other. What you type stays if you go back.
guide-back-other = Group { $group } is not as it was shown. Compare it with the paper.
guide-back-short = It ends too early, in group { $group }.
guide-back-empty = Type the key from the paper.
guide-back-same = The key is right.
guide-back-show = Show the key again
guide-sheet-picture = The recovery key as a picture to be scanned
